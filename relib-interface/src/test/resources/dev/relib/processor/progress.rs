// Generated from com.example.Progress. Do not edit.

::relib_spring_module::import_functions! {
    /// Asks the user.
    ///
    /// - `question`: the question
    ///
    /// Returns the answer
    ///
    /// Implemented by the host. Any thread. Does not return if the implementation throws: the
    /// running export, or the module's own thread, unwinds.
    fn ask(question: &str) -> String = "Progress.ask", "__relib__Progress_ask", "__post__relib__Progress_ask";
    /// Moves the bar.
    ///
    /// - `percent`: from 0 to 100
    ///
    /// Implemented by the host. Any thread. Does not return if the implementation throws: the
    /// running export, or the module's own thread, unwinds.
    fn report(percent: i32) -> () = "Progress.report", "__relib__Progress_report";
}

/// The contract of these functions, for `module!`.
pub const CONTRACT: &str = concat!(
    "imports Progress\n",
    "  ask(question: str) -> str\n",
    "  report(percent: i32) -> unit\n",
);
