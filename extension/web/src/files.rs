//! Files of the own origin, fetched as text or as JSON.

use js_sys::Promise;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::Failure;

/// A fetched text file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name as the listing has it.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// Fetches a text.
pub async fn text(address: &str) -> Result<String, Failure> {
    read_text(address, request(address)?).await
}

/// Fetches a JSON value.
pub async fn json<T: DeserializeOwned>(address: &str) -> Result<T, Failure> {
    let failed = |thrown: JsValue| Failure::thrown(format!("fetching {address}"), &thrown);
    let body = respond(address, request(address)?).await?.json().map_err(failed)?;
    let value = JsFuture::from(body).await.map_err(failed)?;
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| Failure::new(format!("reading {address}"), error.to_string()))
}

/// Fetches every file that `index.json` in this folder lists, a JSON array of
/// names. One file that cannot be had does not cost the others.
pub async fn listed(folder: &str) -> (Vec<File>, Vec<Failure>) {
    let names: Vec<String> = match json(&format!("{folder}/index.json")).await {
        Ok(names) => names,
        Err(failure) => return (Vec::new(), vec![failure]),
    };
    // All requests are on their way before the first one is awaited.
    let requests: Vec<_> = names
        .into_iter()
        .map(|name| {
            let address = format!("{folder}/{name}");
            let request = request(&address);
            (name, address, request)
        })
        .collect();
    let (mut files, mut failures) = (Vec::new(), Vec::new());
    for (name, address, request) in requests {
        let text = match request {
            Ok(request) => read_text(&address, request).await,
            Err(failure) => Err(failure),
        };
        match text {
            Ok(text) => files.push(File { name, text }),
            Err(failure) => failures.push(failure),
        }
    }
    (files, failures)
}

fn request(address: &str) -> Result<Promise, Failure> {
    let window = web_sys::window()
        .ok_or_else(|| Failure::new(format!("fetching {address}"), "no window"))?;
    Ok(window.fetch_with_str(address))
}

async fn read_text(address: &str, request: Promise) -> Result<String, Failure> {
    let failed = |thrown: JsValue| Failure::thrown(format!("fetching {address}"), &thrown);
    let body = respond(address, request).await?.text().map_err(failed)?;
    let text = JsFuture::from(body).await.map_err(failed)?;
    text.as_string().ok_or_else(|| Failure::new(format!("fetching {address}"), "not a text"))
}

async fn respond(address: &str, request: Promise) -> Result<Response, Failure> {
    let doing = || format!("fetching {address}");
    let response = JsFuture::from(request)
        .await
        .map_err(|thrown| Failure::thrown(doing(), &thrown))?
        .unchecked_into::<Response>();
    if !response.ok() {
        return Err(Failure::new(doing(), format!("status {}", response.status())));
    }
    Ok(response)
}
