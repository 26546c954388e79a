// SPDX-License-Identifier: Apache-2.0
relib_spring_module::module! {}
