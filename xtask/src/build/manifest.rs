//! The manifest: the hosts and scripts that the adapters add to it, and the
//! files that it names, which must all be in the built extension.

use serde_json::{Value, json};

use super::sites::Site;

/// Where a console's adapter lies in the extension.
pub fn script_of(id: &str) -> String {
    format!("sites/{id}.js")
}

/// The manifest with the pages of the consoles that have hosts of their own name.
/// Each console has a script entry, so that a page loads its own adapter only.
pub fn with_sites(mut manifest: Value, sites: &[Site]) -> Value {
    let listed: Vec<&Site> = sites.iter().filter(|site| !site.own).collect();
    let matches: Vec<&String> = listed.iter().flat_map(|site| &site.matches).collect();
    let mut scripts: Vec<Value> = listed
        .iter()
        .map(|site| {
            json!({
                "matches": site.matches,
                "js": [script_of(&site.id), "page/page.js"],
                "run_at": "document_start"
            })
        })
        .collect();
    scripts.push(json!({
        "matches": matches,
        "css": ["page/highlight.css"],
        "run_at": "document_start",
        "all_frames": true,
        "match_about_blank": true
    }));
    // The panel at its plain address is for the listed consoles only.
    let mut origins: Vec<String> = matches.iter().map(|pattern| origin(pattern)).collect();
    origins.dedup();
    manifest["web_accessible_resources"][1]["matches"] = json!(origins);
    manifest["content_scripts"] = scripts.into();
    manifest["host_permissions"] = json!(matches);
    manifest
}

/// The pattern of the whole origin: resources are opened to no less.
fn origin(pattern: &str) -> String {
    let (scheme, rest) = pattern.split_once("://").unwrap_or(("https", pattern));
    let host = rest.split('/').next().unwrap_or_default();
    format!("{scheme}://{host}/*")
}

/// The files that a manifest names, in its order; patterns are left out.
pub fn named_files(manifest: &Value) -> Vec<String> {
    let mut files = Vec::new();
    let mut texts = |value: &Value| match value {
        Value::String(text) => files.push(text.clone()),
        Value::Array(list) => files.extend(list.iter().filter_map(Value::as_str).map(String::from)),
        Value::Object(map) => {
            files.extend(map.values().filter_map(Value::as_str).map(String::from));
        }
        _ => {}
    };
    texts(&manifest["icons"]);
    texts(&manifest["action"]["default_icon"]);
    texts(&manifest["action"]["default_popup"]);
    texts(&manifest["options_ui"]["page"]);
    texts(&manifest["background"]["service_worker"]);
    texts(&manifest["background"]["scripts"]);
    for script in manifest["content_scripts"].as_array().into_iter().flatten() {
        texts(&script["js"]);
        texts(&script["css"]);
    }
    for resource in manifest["web_accessible_resources"].as_array().into_iter().flatten() {
        texts(&resource["resources"]);
    }
    files.retain(|file| !file.contains('*'));
    files.sort();
    files.dedup();
    if let Some(locale) = manifest["default_locale"].as_str() {
        files.push(format!("_locales/{locale}/messages.json"));
    }
    files
}

#[cfg(test)]
mod tests {
    use super::named_files;

    #[test]
    fn finds_every_file_that_a_manifest_names() {
        let manifest = serde_json::json!({
            "default_locale": "zh_CN",
            "icons": { "16": "icons/16.png" },
            "action": { "default_icon": { "16": "icons/16.png" }, "default_title": "Deti" },
            "background": { "service_worker": "b.js", "scripts": ["b.js"], "type": "module" },
            "content_scripts": [{ "matches": ["http://localhost/*"], "js": ["p.js"], "css": ["p.css"] }],
            "web_accessible_resources": [{ "resources": ["panel/*", "panel/panel.html"] }]
        });
        assert_eq!(
            named_files(&manifest),
            [
                "b.js",
                "icons/16.png",
                "p.css",
                "p.js",
                "panel/panel.html",
                "_locales/zh_CN/messages.json"
            ]
        );
    }
}
