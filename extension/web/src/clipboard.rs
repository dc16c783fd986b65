//! The clipboard, for writing only.

use wasm_bindgen_futures::JsFuture;

use crate::Failure;

/// Puts the text on the clipboard. Browsers allow that only to a document that
/// has the focus and, in a frame, the permission of the page around it.
pub async fn write(text: &str) -> Result<(), Failure> {
    let doing = "writing to the clipboard";
    let window = web_sys::window().ok_or_else(|| Failure::new(doing, "no window"))?;
    let clipboard = window.navigator().clipboard();
    // On a page without https there is no clipboard at all.
    if clipboard.is_undefined() {
        return Err(Failure::new(doing, "no clipboard here"));
    }
    JsFuture::from(clipboard.write_text(text))
        .await
        .map(|_| ())
        .map_err(|thrown| Failure::thrown(doing, &thrown))
}
