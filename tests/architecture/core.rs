//! The core is pure: time, files, the network, threads and the terminal are
//! other people's business.

use crate::{files, said};

#[test]
fn the_core_has_no_clock_no_files_no_network_no_threads_and_no_terminal() {
    let sources = files("src", &[".rs"]);
    let places = said(
        &sources,
        &[
            "SystemTime",
            "Instant::now",
            "std::fs",
            "std::net",
            "std::io",
            "std::env",
            "std::process",
            "std::thread",
            "thread::",
            "thread_local!",
            "static mut",
            "println!",
            "print!",
            "dbg!",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
        ],
    );
    assert!(places.is_empty(), "{places:#?}");
}

#[test]
fn the_core_does_not_give_up() {
    let places = said(
        &files("src", &[".rs"]),
        &[".unwrap()", "panic!(", "todo!(", "unimplemented!(", "unreachable!("],
    );
    assert!(places.is_empty(), "{places:#?}");
}
