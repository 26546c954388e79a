relib_spring_module::module! {}
