//! Values kept between visits: in the extension's storage, or in the site's.
//!
//! A stored value that no longer has the wanted shape is reported like any
//! other failure; who asked decides what stands in for it.

use gloo_events::EventListener;
use js_sys::{Array, JSON, Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::StorageEvent;

use crate::host::member;
use crate::{Failure, Host, clock};

/// A name for this document that no other one has with which it shares its storage.
pub fn name() -> String {
    let mut bytes = [0; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    // Without chance there is still the moment.
    let number = filled.map_or_else(crate::clock::now, |_| u64::from_be_bytes(bytes));
    format!("{number:x}")
}

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

/// Values are read for so long, in milliseconds, before others have their turn.
const TURN: u64 = 8;

/// Everything that is kept, by key. What cannot be read as the wanted shape is
/// left out. However much it is, whatever else happens meanwhile hardly waits.
pub async fn all<T: DeserializeOwned>(host: &Host) -> Result<Vec<(String, T)>, Failure> {
    let doing = || "reading everything from storage".to_owned();
    let entries = match host {
        Host::Extension(api) => {
            let all = api.ask(&["storage", "local", "get"], &[JsValue::NULL]).await?;
            let entries = Object::entries(all.unchecked_ref());
            entries.iter().map(|entry| Array::from(&entry)).collect::<Vec<_>>()
        }
        Host::Site => {
            let site = site()?;
            let count = site.length().map_err(|it| Failure::thrown(doing(), &it))?;
            let entry = |place: u32| {
                let key = site.key(place).ok()??;
                let value = JSON::parse(&site.get_item(&key).ok()??).ok()?;
                Some(Array::of2(&key.into(), &value))
            };
            (0..count).filter_map(entry).collect()
        }
    };
    let read = |entry: &Array| {
        let value = serde_wasm_bindgen::from_value(entry.get(1)).ok()?;
        Some((entry.get(0).as_string()?, value))
    };
    let mut values = Vec::with_capacity(entries.len());
    let mut since = clock::now();
    for entry in &entries {
        values.extend(read(entry));
        if clock::now() > since + TURN {
            clock::breath().await;
            since = clock::now();
        }
    }
    Ok(values)
}

/// Keeps the value under this key.
pub async fn set<T: Serialize>(host: &Host, key: &str, value: &T) -> Result<(), Failure> {
    set_all(host, &[(key, value)]).await
}

/// Keeps values by key. In the extension's storage it is all of them or none.
pub async fn set_all<T: Serialize>(host: &Host, values: &[(&str, &T)]) -> Result<(), Failure> {
    let first = values.first().map_or("", |(key, _)| *key);
    let doing = || format!("writing {first} to storage");
    let entries = Object::new();
    for (key, value) in values {
        let value = value
            .serialize(&Serializer::json_compatible())
            .map_err(|error| Failure::new(doing(), error.to_string()))?;
        match host {
            Host::Extension(_) => {
                Reflect::set(&entries, &(*key).into(), &value)
                    .map_err(|it| Failure::thrown(doing(), &it))?;
            }
            Host::Site => {
                let text: String =
                    JSON::stringify(&value).map_err(|it| Failure::thrown(doing(), &it))?.into();
                site()?.set_item(key, &text).map_err(|it| Failure::thrown(doing(), &it))?;
            }
        }
    }
    if let Host::Extension(api) = host {
        api.ask(&["storage", "local", "set"], &[entries.into()]).await?;
    }
    Ok(())
}

/// Takes away what is kept under these keys.
pub async fn remove(host: &Host, keys: &[String]) -> Result<(), Failure> {
    match host {
        Host::Extension(api) => {
            let keys: Array = keys.iter().map(|key| JsValue::from(key.as_str())).collect();
            api.ask(&["storage", "local", "remove"], &[keys.into()]).await?;
        }
        Host::Site => {
            let site = site()?;
            for key in keys {
                let doing = || format!("removing {key} from storage");
                site.remove_item(key).map_err(|it| Failure::thrown(doing(), &it))?;
            }
        }
    }
    Ok(())
}

/// Calls back with what is kept anew or, without a value, no longer, as long as the
/// document lives. An extension hears its own writing too.
pub fn on_change<T: DeserializeOwned + 'static>(
    host: &Host,
    heard: impl Fn(Vec<(String, Option<T>)>) + 'static,
) -> Result<(), Failure> {
    match host {
        Host::Extension(api) => {
            let hear =
                Closure::<dyn Fn(JsValue, JsValue)>::new(move |changes: JsValue, area: JsValue| {
                    if area.as_string().as_deref() != Some("local") {
                        return;
                    }
                    let entries = Object::entries(changes.unchecked_ref());
                    let read = |entry: JsValue| {
                        let entry = Array::from(&entry);
                        let value = member(&entry.get(1), "newValue");
                        let value = value.map(serde_wasm_bindgen::from_value).transpose().ok()?;
                        Some((entry.get(0).as_string()?, value))
                    };
                    heard(entries.iter().filter_map(read).collect());
                });
            api.call(&["storage", "onChanged", "addListener"], &[hear.into_js_value()])?;
        }
        Host::Site => {
            let window = web_sys::window()
                .ok_or_else(|| Failure::new("listening to the site's storage", "no window"))?;
            EventListener::new(&window, "storage", move |event| {
                let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
                let Some(key) = event.key() else { return };
                let value = event.new_value().and_then(|text| JSON::parse(&text).ok());
                if let Ok(value) = value.map(serde_wasm_bindgen::from_value).transpose() {
                    heard(vec![(key, value)]);
                }
            })
            .forget();
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
