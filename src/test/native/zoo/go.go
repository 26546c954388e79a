// SPDX-License-Identifier: Apache-2.0
package main

import "C"
import "time"

//export use
func use() C.int {
	results := make(chan int)
	for i := 0; i < 10; i++ {
		go func(n int) { results <- n }(i)
	}
	sum := 0
	for i := 0; i < 10; i++ {
		sum += <-results
	}
	return C.int(sum - 45)
}

// A routine that goes on.
//
//export leave
func leave() C.int {
	go func() {
		for {
			time.Sleep(10 * time.Millisecond)
		}
	}()
	return 0
}

func main() {}
