//! Every file that the manifest names must be in the built extension.

use serde_json::Value;

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
