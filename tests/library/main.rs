//! The library of replies: what changes it, what undoes that, what is kept of it,
//! and what two tabs make of each other's changes.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod changes;
mod import;
mod kept;
mod tabs;

use std::fmt::Write as _;

use deti::reply::{Library, Reply, Wording};

/// A reply of few words: id, folder, title and body.
pub fn reply(id: &str, folder: &str, title: &str, body: &str) -> Reply {
    Reply {
        id: id.to_owned(),
        folder: Wording::one(folder),
        title: Wording::one(title),
        body: Wording::one(body),
        ..Reply::default()
    }
}

/// Two replies of the shop's.
pub fn shop() -> Vec<Reply> {
    vec![
        reply("hello", "日常", "问候", "您好，请问有什么可以帮到您？"),
        reply("invoice", "售前", "发票", "我们会为您提供发票。"),
    ]
}

/// The library as an agent sees it: the list, then the bin.
pub fn shown(library: &Library) -> String {
    let mut lines = String::new();
    for shelved in library.replies() {
        let Reply { id, folder, title, body, .. } = shelved.reply;
        let whose = shelved.own.map_or("shop".to_owned(), |updated| format!("own {updated}"));
        writeln!(lines, "{}/{} {id} ({whose}) {}", folder.hans, title.hans, body.hans).unwrap();
    }
    for (entry, binned) in library.bin() {
        let body = &binned.reply.body.hans;
        writeln!(lines, "bin {entry} {} at {}", body, binned.deleted).unwrap();
    }
    lines
}
