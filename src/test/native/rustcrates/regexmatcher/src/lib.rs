// SPDX-License-Identifier: Apache-2.0
#![forbid(unsafe_code)]

use std::sync::LazyLock;
use std::thread;

use regex::{Captures, Regex, bytes};

#[path = "../../../../target/test-classes/META-INF/relib/rust/exercise.rs"]
mod exercise;
#[path = "../../../../target/test-classes/META-INF/relib/rust/regex_matcher.rs"]
mod regex_matcher;

relib_spring_module::module! {
    exports { exercise: Matcher, regex_matcher: Matcher }
}

static DATE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})").unwrap());

static WORD: LazyLock<bytes::Regex> = LazyLock::new(|| bytes::Regex::new(r"\b\p{Letter}+\b").unwrap());

struct Matcher;

impl regex_matcher::RegexMatcher for Matcher {
    fn turn_dates(text: &str) -> String {
        DATE.replace_all(text, |date: &Captures| format!("{}.{}.{}", &date["day"], &date["month"], &date["year"]))
            .into_owned()
    }

    fn count_words(text: &[u8]) -> i32 {
        WORD.find_iter(text).count().try_into().unwrap()
    }

    fn is_match(pattern: &str, text: &str) -> bool {
        match Regex::new(pattern) {
            Ok(regex) => regex.is_match(text),
            Err(error) => panic!("{error}"),
        }
    }
}

impl exercise::Exercise for Matcher {
    fn exercise() {
        use regex_matcher::RegexMatcher;
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| assert_eq!(Self::count_words("two wörds".as_bytes()), 2));
            }
        });
        assert_eq!(Self::turn_dates("2024-02-29"), "29.02.2024");
        assert!(Self::is_match("(a|b)+$", "abba"));
    }
}
