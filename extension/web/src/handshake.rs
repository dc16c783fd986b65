//! Whether a port that was offered comes from our own page side.
//!
//! A page can post anything to a frame that it embeds, so a port is only
//! believed when the secret that came with it is the one that our content
//! script left for this tab. A secret is good for one use: whoever keeps it
//! (the background of the extension, the session storage of a site) forgets it
//! with the first right answer.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::host::member;
use crate::{Failure, Host};

/// Where a site's own script leaves the secret.
const SITE_KEY: &str = "deti.secret";

/// Asks whether the secret is the one that was left for this tab, and uses it
/// up if it is.
pub async fn redeem(host: &Host, secret: &str) -> Result<bool, Failure> {
    match host {
        Host::Extension(api) => {
            let question = Object::new();
            for (name, value) in [("type", "deti-secret"), ("secret", secret)] {
                Reflect::set(&question, &name.into(), &value.into())
                    .map_err(|thrown| Failure::thrown("asking about a secret", &thrown))?;
            }
            let answer = api.ask(&["runtime", "sendMessage"], &[question.into()]).await?;
            Ok(member(&answer, "ok") == Some(JsValue::TRUE))
        }
        Host::Site => {
            let doing = "reading the site's secret";
            let storage = web_sys::window()
                .ok_or_else(|| Failure::new(doing, "no window"))?
                .session_storage()
                .map_err(|thrown| Failure::thrown(doing, &thrown))?
                .ok_or_else(|| Failure::new(doing, "no session storage"))?;
            let left =
                storage.get_item(SITE_KEY).map_err(|thrown| Failure::thrown(doing, &thrown))?;
            let right = left.as_deref() == Some(secret);
            if right {
                storage.remove_item(SITE_KEY).map_err(|thrown| Failure::thrown(doing, &thrown))?;
            }
            Ok(right)
        }
    }
}
