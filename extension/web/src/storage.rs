//! Values kept between visits: in the extension's storage, or in the site's.
//!
//! A stored value that no longer has the wanted shape is reported like any
//! other failure; who asked decides what stands in for it.

use js_sys::{JSON, Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::host::member;
use crate::{Failure, Host};

/// The value under this key, if there is one.
pub async fn get<T: DeserializeOwned>(host: &Host, key: &str) -> Result<Option<T>, Failure> {
    let doing = || format!("reading {key} from storage");
    let stored = match host {
        Host::Extension(api) => {
            let all = api.ask(&["storage", "local", "get"], &[key.into()]).await?;
            member(&all, key)
        }
        Host::Site => {
            let text = site()?.get_item(key).map_err(|it| Failure::thrown(doing(), &it))?;
            text.map(|text| JSON::parse(&text))
                .transpose()
                .map_err(|it| Failure::thrown(doing(), &it))?
        }
    };
    stored
        .map(serde_wasm_bindgen::from_value)
        .transpose()
        .map_err(|error| Failure::new(doing(), error.to_string()))
}

/// Keeps the value under this key.
pub async fn set<T: Serialize>(host: &Host, key: &str, value: &T) -> Result<(), Failure> {
    let doing = || format!("writing {key} to storage");
    let value = value
        .serialize(&Serializer::json_compatible())
        .map_err(|error| Failure::new(doing(), error.to_string()))?;
    match host {
        Host::Extension(api) => {
            let entry = Object::new();
            Reflect::set(&entry, &key.into(), &value)
                .map_err(|it| Failure::thrown(doing(), &it))?;
            api.ask(&["storage", "local", "set"], &[entry.into()]).await?;
        }
        Host::Site => {
            let text: String =
                JSON::stringify(&value).map_err(|it| Failure::thrown(doing(), &it))?.into();
            site()?.set_item(key, &text).map_err(|it| Failure::thrown(doing(), &it))?;
        }
    }
    Ok(())
}

fn site() -> Result<web_sys::Storage, Failure> {
    let doing = "opening the site's storage";
    web_sys::window()
        .ok_or_else(|| Failure::new(doing, "no window"))?
        .local_storage()
        .map_err(|thrown: JsValue| Failure::thrown(doing, &thrown))?
        .ok_or_else(|| Failure::new(doing, "it is turned off"))
}
