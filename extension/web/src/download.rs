//! What is offered as a file: the browser asks where to save it, or saves it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

use crate::Failure;

/// Offers bytes as a file of this name.
pub fn bytes(name: &str, bytes: &Uint8Array) -> Result<(), Failure> {
    let doing = || format!("saving {name}");
    let thrown = |thrown: JsValue| Failure::thrown(doing(), &thrown);
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| Failure::new(doing(), "no document"))?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(bytes)).map_err(thrown)?;
    let url = Url::create_object_url_with_blob(&blob).map_err(thrown)?;
    let link = document.create_element("a").map_err(thrown)?;
    let link: HtmlAnchorElement =
        link.dyn_into().map_err(|_| Failure::new(doing(), "a link is no link"))?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the bytes by now.
    Url::revoke_object_url(&url).map_err(thrown)
}
