;; What WebAssembly peers run. SPDX-License-Identifier: Apache-2.0
(module
  (memory (export "memory") 4)
  (func (export "add") (param i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.add)
  (func (export "copy") (param i32) (result i32)
    local.get 0
    i32.const 0
    local.get 0
    memory.copy
    local.get 0))
