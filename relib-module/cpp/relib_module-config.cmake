# The relib module kit:
#
#   find_package(relib_module REQUIRED PATHS <folder of this file> NO_DEFAULT_PATH)
#   relib_add_module(greeter SOURCES greeter.cpp BINDINGS target/classes/META-INF/relib/cpp)
#
# builds libgreeter.so from the sources, all bindings in the folders and the kit. The folders may contain
# bindings for C++ and for C. The project has to enable the languages C and CXX.

# In the repository the C part is put together from the parts beside this folder.
set(RELIB_MODULE_CPP "${CMAKE_CURRENT_LIST_DIR}")
set(RELIB_MODULE_C "${CMAKE_CURRENT_LIST_DIR}")
if(NOT EXISTS "${RELIB_MODULE_C}/relib_module.c")
	set(RELIB_MODULE_C "${CMAKE_CURRENT_BINARY_DIR}/relib-kit")
	execute_process(COMMAND sh "${CMAKE_CURRENT_LIST_DIR}/../c/amalgamate.sh" "${RELIB_MODULE_C}" RESULT_VARIABLE failed)
	if(failed)
		message(FATAL_ERROR "The relib module kit could not be put together")
	endif()
endif()

include(CMakeFindDependencyMacro)
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_dependency(Threads)

function(relib_add_module name)
	cmake_parse_arguments(PARSE_ARGV 1 module "" "" "SOURCES;BINDINGS")
	if(module_UNPARSED_ARGUMENTS OR NOT module_SOURCES)
		message(FATAL_ERROR "Usage: relib_add_module(<name> SOURCES <file>... [BINDINGS <folder>...])")
	endif()
	set(bindings)
	foreach(folder IN LISTS module_BINDINGS)
		get_filename_component(folder "${folder}" ABSOLUTE)
		file(GLOB files CONFIGURE_DEPENDS "${folder}/*.c" "${folder}/*.cpp")
		if(NOT files)
			message(FATAL_ERROR "relib_add_module(${name}): there are no bindings in ${folder}; "
				"compile the Java interfaces of the contract first")
		endif()
		list(APPEND bindings ${files})
		list(APPEND folders "${folder}")
	endforeach()
	add_library(${name} MODULE ${module_SOURCES} ${bindings} "${RELIB_MODULE_C}/relib_module.c")
	target_include_directories(${name} PRIVATE ${folders} "${RELIB_MODULE_CPP}" "${RELIB_MODULE_C}")
	target_compile_features(${name} PRIVATE cxx_std_17)
	set_target_properties(${name} PROPERTIES
		C_VISIBILITY_PRESET hidden
		CXX_VISIBILITY_PRESET hidden
		POSITION_INDEPENDENT_CODE ON
		LINK_DEPENDS "${RELIB_MODULE_CPP}/relib_module.map")
	target_link_options(${name} PRIVATE -static-libstdc++ -static-libgcc
		"LINKER:--version-script=${RELIB_MODULE_CPP}/relib_module.map")
	target_link_libraries(${name} PRIVATE Threads::Threads ${CMAKE_DL_LIBS})
endfunction()
