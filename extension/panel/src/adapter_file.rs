//! Adapters of the agent's own as files. Whether one is any good is for the core to
//! say; here only what cannot be one is not even read.

use deti::record::Value;
use deti::site;
use deti_web::{Failure, download};
use js_sys::{JSON, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// No adapter is longer, in bytes.
const LONGEST: f64 = 200_000.0;

/// What a file says.
pub(crate) async fn read(file: &File) -> Result<Value, Failure> {
    let doing = || format!("reading {}", file.name());
    let thrown = |it: JsValue| Failure::thrown(doing(), &it);
    if file.size() > LONGEST {
        return Err(Failure::new(doing(), "it is too long to be an adapter"));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(thrown)?;
    let text = String::from_utf8(Uint8Array::new(&buffer).to_vec())
        .map_err(|_| Failure::new(doing(), "it is no text in UTF-8"))?;
    if !site::is_shallow(&text) {
        return Err(Failure::new(doing(), "it is too deep to be an adapter"));
    }
    let value = JSON::parse(text.trim_start_matches('\u{feff}')).map_err(thrown)?;
    serde_wasm_bindgen::from_value(value).map_err(|error| Failure::new(doing(), error.to_string()))
}

/// Offers an adapter as a file of this name.
pub(crate) fn offer(name: &str, adapter: &Value) -> Result<(), Failure> {
    let file = format!("{name}.json");
    let doing = || format!("saving {file}");
    let thrown = |it: JsValue| Failure::thrown(doing(), &it);
    let value = adapter
        .serialize(&Serializer::json_compatible())
        .map_err(|error| Failure::new(doing(), error.to_string()))?;
    let text: String = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into())
        .map_err(thrown)?
        .into();
    download::bytes(&file, &Uint8Array::from(text.as_bytes()))
}
