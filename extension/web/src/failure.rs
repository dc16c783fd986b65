//! What a browser call that failed is reported as.

use std::fmt;

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Something that the browser refused or could not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What was attempted, such as `fetching ../packs/stock.json`.
    pub doing: String,
    /// What the browser said about it.
    pub why: String,
}

impl Failure {
    /// A failure with a reason of our own.
    pub fn new(doing: impl Into<String>, why: impl Into<String>) -> Self {
        Self { doing: doing.into(), why: why.into() }
    }

    /// A failure with whatever value the browser threw or rejected with.
    pub fn thrown(doing: impl Into<String>, thrown: &JsValue) -> Self {
        let message = Reflect::get(thrown, &"message".into()).ok().and_then(|it| it.as_string());
        let why = message.or_else(|| thrown.as_string()).unwrap_or_else(|| format!("{thrown:?}"));
        Self::new(doing, why)
    }

    /// Whether it is that there is no room left to keep something. No browser has a
    /// code for that which reaches us from everywhere, but all say which word it is.
    pub fn is_full(&self) -> bool {
        self.why.to_ascii_lowercase().contains("quota")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.doing, self.why)
    }
}

impl std::error::Error for Failure {}
