//! Files of the own origin, fetched as JSON.

use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::Failure;

/// Fetches a JSON value. The request is on its way when this returns; the
/// value is there when it is awaited.
pub fn json<T: DeserializeOwned>(address: &str) -> impl Future<Output = Result<T, Failure>> {
    let doing = format!("fetching {address}");
    let request = web_sys::window().map(|window| window.fetch_with_str(address));
    async move {
        let request = request.ok_or_else(|| Failure::new(&doing, "no window"))?;
        let failed = |thrown: JsValue| Failure::thrown(&doing, &thrown);
        let response: Response = JsFuture::from(request).await.map_err(failed)?.unchecked_into();
        if !response.ok() {
            return Err(Failure::new(&doing, format!("status {}", response.status())));
        }
        let body = response.json().map_err(failed)?;
        let value = JsFuture::from(body).await.map_err(failed)?;
        serde_wasm_bindgen::from_value(value)
            .map_err(|error| Failure::new(&doing, error.to_string()))
    }
}
