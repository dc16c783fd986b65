//! What no script of the extension or of the sandbox says: text as markup or
//! as code, other machines, untrusted acts.

use crate::{files, read, said};

fn scripts() -> Vec<String> {
    let kinds = [".ts", ".js", ".rs", ".html"];
    let all = [files("extension", &kinds), files("www", &kinds)].concat();
    // Tests do not ship, and write markup to have something to read.
    all.into_iter().filter(|path| !path.ends_with(".test.ts")).collect()
}

#[test]
fn page_text_is_never_markup_or_code() {
    let places = said(
        &scripts(),
        &[
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "inner_html",
            "outer_html",
            "insert_adjacent_html",
            "setHTML",
            "document.write",
            "createContextualFragment",
            "DOMParser",
            "srcdoc",
            "eval(",
            "new Function",
            "javascript:",
        ],
    );
    assert!(places.is_empty(), "{places:#?}");
}

#[test]
fn nothing_speaks_to_another_machine() {
    let places = said(
        &scripts(),
        &["XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "send_beacon", "RTCPeer"],
    );
    assert!(places.is_empty(), "{places:#?}");
}

#[test]
fn no_address_of_another_machine_stands_in_what_ships() {
    /// Names, not addresses: nothing is fetched from them.
    const NAMES: &[&str] = &[
        "http://www.w3.org/",
        "https://json-schema.org/draft/2020-12/schema",
        "http://localhost/",
        "http://localhost:",
        // Patterns of sites that the agent may allow.
        "http://*/*",
        "https://*/*",
    ];
    let kinds = [".ts", ".js", ".rs", ".html", ".css", ".json"];
    let mut places = Vec::new();
    // An adapter names its console's pages; adapters.rs sees to it that it names nothing else.
    let mut paths = [files("extension", &kinds), files("www", &kinds)].concat();
    paths.retain(|path| !path.starts_with("extension/sites/") && !path.ends_with(".test.ts"));
    for path in paths {
        let mut text = read(&path);
        for name in NAMES {
            text = text.replace(name, "");
        }
        for scheme in ["http://", "https://", "ws://", "wss://", "ftp://"] {
            if let Some(place) = text.find(scheme) {
                let address: String = text[place..].chars().take(40).collect();
                places.push(format!("{path}: {address}"));
            }
        }
    }
    assert!(places.is_empty(), "{places:#?}");
}

/// A held gesture that is let go is made again, and `gesture.ts` is the only
/// place that makes one: nothing else on the page side presses, submits or
/// types Enter, and only the guard asks for it.
#[test]
fn only_a_held_gesture_is_ever_made_again() {
    let page = files("extension/page", &[".ts"]);
    let others: Vec<String> =
        page.iter().filter(|path| !path.ends_with("/gesture.ts")).cloned().collect();
    let acts =
        ["KeyboardEvent(", "MouseEvent(", "PointerEvent(", "requestSubmit(", "submit(", ".click("];
    let places = said(&others, &acts);
    assert!(places.is_empty(), "{places:#?}");

    let asking = said(&others, &["makeAgain("]);
    assert_eq!(asking.len(), 1, "{asking:#?}");
    assert!(asking[0].starts_with("extension/page/guard.ts:"), "{asking:#?}");
}
