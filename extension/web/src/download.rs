//! What is offered as a file: the browser asks where to save it, or saves it.

use js_sys::{Array, JSON};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

use crate::Failure;

/// Offers a value as a file of JSON of this name.
pub fn json<T: Serialize + ?Sized>(name: &str, value: &T) -> Result<(), Failure> {
    let doing = || format!("writing {name}");
    let value = value
        .serialize(&Serializer::json_compatible())
        .map_err(|error| Failure::new(doing(), error.to_string()))?;
    let text = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into())
        .map_err(|it| Failure::thrown(doing(), &it))?;
    offer(name, &String::from(text))
}

/// Offers a text as a file of this name.
pub fn offer(name: &str, text: &str) -> Result<(), Failure> {
    let doing = || format!("saving {name}");
    let thrown = |thrown: JsValue| Failure::thrown(doing(), &thrown);
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| Failure::new(doing(), "no document"))?;
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).map_err(thrown)?;
    let url = Url::create_object_url_with_blob(&blob).map_err(thrown)?;
    let link = document.create_element("a").map_err(thrown)?;
    let link: HtmlAnchorElement =
        link.dyn_into().map_err(|_| Failure::new(doing(), "a link is no link"))?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the text by now.
    Url::revoke_object_url(&url).map_err(thrown)
}
