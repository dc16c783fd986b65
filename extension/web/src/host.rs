//! Where the document runs: in the extension, or on a plain site.
//!
//! The two differ in how a secret is compared, where values are stored and who
//! says which language is wanted. Everything else is the same document.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::Failure;

/// Where the document runs.
#[derive(Debug, Clone)]
pub enum Host {
    /// In an extension's own document.
    Extension(Api),
    /// On a static site, where the extension's interfaces do not exist.
    Site,
}

/// The extension interfaces: `browser`, or `chrome` where that is missing.
#[derive(Debug, Clone)]
pub struct Api(JsValue);

impl Host {
    /// Finds out. A page that other extensions may talk to has a
    /// `chrome.runtime` too, but only an extension's document has its `id`.
    pub fn here() -> Self {
        let global = js_sys::global();
        for name in ["browser", "chrome"] {
            let api = Reflect::get(&global, &name.into()).unwrap_or(JsValue::UNDEFINED);
            let id = member(&api, "runtime").and_then(|runtime| member(&runtime, "id"));
            if id.is_some_and(|id| id.is_string()) {
                return Self::Extension(Api(api));
            }
        }
        Self::Site
    }

    /// Whether there is a browser extension around the document.
    pub fn is_extension(&self) -> bool {
        matches!(self, Self::Extension(_))
    }

    /// Opens the extension's page of choices. A frame in a page may not do that by
    /// itself in every browser, so the background is asked.
    pub async fn open_options(&self) -> Result<(), Failure> {
        let Self::Extension(api) = self else { return Ok(()) };
        let question = js_sys::Object::new();
        Reflect::set(&question, &"type".into(), &"deti-options".into())
            .map_err(|thrown| Failure::thrown("opening the choices", &thrown))?;
        api.ask(&["runtime", "sendMessage"], &[question.into()]).await.map(|_| ())
    }

    /// The languages of the reader, most wanted first (BCP 47). An extension
    /// follows the browser's own interface, as its messages do.
    pub fn languages(&self) -> Vec<String> {
        let mut wanted = Vec::new();
        if let Self::Extension(api) = self
            && let Ok(language) = api.call(&["i18n", "getUILanguage"], &[])
        {
            wanted.extend(language.as_string());
        }
        if let Some(window) = web_sys::window() {
            wanted.extend(window.navigator().languages().iter().filter_map(|it| it.as_string()));
        }
        wanted
    }
}

impl Api {
    /// Calls a function by its path, such as `["runtime", "sendMessage"]`.
    pub(crate) fn call(&self, path: &[&str], arguments: &[JsValue]) -> Result<JsValue, Failure> {
        let doing = || format!("calling {}", path.join("."));
        let mut owner = self.0.clone();
        let mut found = self.0.clone();
        for name in path {
            owner = found;
            found =
                member(&owner, name).ok_or_else(|| Failure::new(doing(), format!("no {name}")))?;
        }
        let function: &Function =
            found.dyn_ref().ok_or_else(|| Failure::new(doing(), "not a function"))?;
        let arguments: Array = arguments.iter().collect();
        Reflect::apply(function, &owner, &arguments)
            .map_err(|thrown| Failure::thrown(doing(), &thrown))
    }

    /// Calls a function and awaits what it promised.
    pub(crate) async fn ask(
        &self,
        path: &[&str],
        arguments: &[JsValue],
    ) -> Result<JsValue, Failure> {
        let promise = Promise::resolve(&self.call(path, arguments)?);
        JsFuture::from(promise)
            .await
            .map_err(|thrown| Failure::thrown(format!("calling {}", path.join(".")), &thrown))
    }
}

/// A member of an object, unless it is missing or the object is not one.
pub(crate) fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    if !of.is_object() {
        return None;
    }
    Reflect::get(of, &name.into()).ok().filter(|it| !it.is_undefined() && !it.is_null())
}
