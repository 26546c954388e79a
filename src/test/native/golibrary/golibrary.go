// SPDX-License-Identifier: Apache-2.0

package main

import "C"

//export add
func add(a, b C.int) C.int {
	done := make(chan C.int)
	go func() { done <- a + b }()
	return <-done
}

func main() {}
