// SPDX-License-Identifier: Apache-2.0
//! A macro of the modules' own around that of relib: the function may have any name, and its result is doubled.

use proc_macro::TokenStream;
use quote::quote;
use syn::{ItemFn, parse_macro_input};

#[proc_macro_attribute]
pub fn entry(_arguments: TokenStream, function: TokenStream) -> TokenStream {
  let ItemFn { sig, block, .. } = parse_macro_input!(function as ItemFn);
  let output = sig.output;
  let function = quote! {
    fn main() #output {
      let result = (|| #output #block)();
      result * 2
    }
  };
  relib_exportify::exportify(function).into()
}
