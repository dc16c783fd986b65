//! Text Blaze's export (JSON): folders of snippets with a name, a shortcut and
//! words.
//!
//! Its commands for forms, menus, dates and the caret say what our fields say.
//! A command that Deti has no word for stays in the words as it is, and is noted.

use deti::reply::{Reply, Wording};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::expand::Shelf;
use crate::lines::Lines;
use crate::loss::{Losses, Lost};
use crate::piece::{self, Piece};
use crate::{Says, Taken, expand};

/// The version that its exports name.
const VERSION: u32 = 7;

/// Where a snippet is that lies in no folder: there is none without a name there.
const NO_FOLDER: &str = "默认";

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    folders: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Folder<'a> {
    #[serde(default)]
    name: String,
    #[serde(default, borrow)]
    snippets: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Snippet {
    #[serde(default)]
    name: String,
    #[serde(default)]
    shortcut: String,
    text: Option<String>,
    html: Option<String>,
}

#[derive(Serialize)]
struct OutFile<'a> {
    version: u32,
    folders: Vec<OutFolder<'a>>,
}

#[derive(Serialize)]
struct OutFolder<'a> {
    name: &'a str,
    snippets: Vec<OutSnippet<'a>>,
}

#[derive(Serialize)]
struct OutSnippet<'a> {
    name: &'a str,
    shortcut: String,
    text: String,
}

pub(crate) fn read(text: &str, taken: &mut Taken) {
    let file: File<'_> = match serde_json::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            return taken.refuse(error.line(), Says::NotTextBlaze, &[&said_of(&error)]);
        }
    };
    let lines = Lines::of(text);
    // The line that a part of the text begins on.
    let line = |part: &RawValue| {
        lines.at((part.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize))
    };
    for raw in file.folders {
        match serde_json::from_str::<Folder<'_>>(raw.get()) {
            Ok(folder) => {
                for snippet in folder.snippets {
                    read_snippet(&folder.name, snippet, line(snippet), taken);
                }
            }
            Err(error) => {
                taken.refuse(line(raw), Says::BadFolder, &[&said_of(&error)]);
            }
        }
    }
}

fn read_snippet(folder: &str, raw: &RawValue, line: usize, taken: &mut Taken) {
    let snippet: Snippet = match serde_json::from_str(raw.get()) {
        Ok(snippet) => snippet,
        Err(error) => {
            return taken.refuse(line, Says::BadSnippet, &[&said_of(&error)]);
        }
    };
    let Some(text) = snippet.text.filter(|text| !text.trim().is_empty()) else {
        return match snippet.html {
            Some(_) => taken.refuse(line, Says::FormattedSnippet, &[]),
            None => taken.refuse(line, Says::NoBody, &[]),
        };
    };
    let (mut unknown, mut dates) = (Vec::new(), Vec::new());
    let pieces = piece::split(&text, "{", "}", |inside| {
        let piece = command(inside, &mut dates);
        if piece.is_none() {
            unknown.push(format!("{{{inside}}}"));
        }
        piece
    });
    if !unknown.is_empty() {
        taken.note(line, Says::NoCommand, &[&unknown.join(" ")]);
    }
    if !dates.is_empty() {
        taken.note(line, Says::DateForm, &[&dates.join(" ")]);
    }
    let body = piece::write(&pieces);
    let reply = Reply {
        folder: Wording::one(folder.trim()),
        title: Wording::one(snippet.name.trim()),
        abbreviation: expand::unsigned(&snippet.shortcut).to_owned(),
        body: Wording::one(body.trim()),
        ..Reply::default()
    };
    taken.take(line, reply);
}

/// What is wrong, without the place: that of a part says nothing.
fn said_of(error: &serde_json::Error) -> String {
    let said = error.to_string();
    said.split(" at line ").next().unwrap_or_default().to_owned()
}

/// What a command says in our pieces.
/// What does not read here as it does there is added to `dates`.
fn command(inside: &str, dates: &mut Vec<String>) -> Option<Piece> {
    let (word, settings) = match inside.split_once(':') {
        Some((word, settings)) => (word.trim(), settings),
        None => (inside.trim(), ""),
    };
    let settings: Vec<&str> = settings.split(';').map(str::trim).collect();
    let set = |name: &str| {
        let (_, value) = settings
            .iter()
            .filter_map(|it| it.split_once('='))
            .find(|(key, _)| key.trim() == name)?;
        Some(value.trim())
    };
    match word.to_ascii_lowercase().as_str() {
        "formtext" | "formparagraph" | "formdate" => {
            Some(Piece::field(set("name").unwrap_or(word), set("default")))
        }
        "formmenu" => {
            let choices = settings.iter().filter_map(|it| match it.split_once('=') {
                None => Some(*it),
                Some((key, value)) => (key.trim() == "default").then(|| value.trim()),
            });
            Some(Piece::choice(set("name").unwrap_or("choice"), choices))
        }
        "time" | "date" => {
            let days = match set("shift") {
                None => 0,
                Some(shift) => shift.strip_suffix(['D', 'd'])?.parse().ok()?,
            };
            let form = settings.first().copied().unwrap_or_default();
            let letters: Vec<char> = form.chars().filter(char::is_ascii_alphabetic).collect();
            let all = |known: &[char]| letters.iter().all(|letter| known.contains(letter));
            if !letters.is_empty() && all(&['d', 'E']) {
                return Some(Piece::Weekday { days });
            }
            // A time of day or a year alone is another thing.
            let is_day = letters.contains(&'M') && letters.contains(&'D');
            if !is_day || !all(&['M', 'D', 'Y', 'd', 'o']) {
                return None;
            }
            if !all(&['M', 'D']) {
                dates.push(inside.trim().to_owned());
            }
            Some(Piece::Date { days })
        }
        "cursor" => Some(Piece::Cursor),
        _ => None,
    }
}

pub(crate) fn write(shelf: &Shelf<'_>, losses: &mut Losses) -> String {
    let script = shelf.script();
    let mut folders: Vec<OutFolder<'_>> = Vec::new();
    for reply in shelf.replies {
        let pieces = shelf.body(reply, losses);
        let mut marks = expand::has_braces(&pieces);
        let text = pieces.iter().map(|piece| said(piece, &mut marks)).collect();
        losses.note(Lost::Marks, marks);
        let shortcut = match reply.abbreviation.as_str() {
            "" => String::new(),
            abbreviation => format!("/{abbreviation}"),
        };
        let snippet = OutSnippet { name: reply.title.of(script), shortcut, text };
        let name = match reply.folder.of(script) {
            "" => {
                losses.note_unfiled(NO_FOLDER);
                NO_FOLDER
            }
            folder => folder,
        };
        match folders.iter_mut().find(|folder| folder.name == name) {
            Some(folder) => folder.snippets.push(snippet),
            None => folders.push(OutFolder { name, snippets: vec![snippet] }),
        }
    }
    let file = OutFile { version: VERSION, folders };
    // Strings and a number: there is nothing here that JSON cannot say.
    let mut json = serde_json::to_string_pretty(&file).unwrap_or_default();
    json.push('\n');
    json
}

/// A piece as a command; semicolons would end a setting.
fn said(piece: &Piece, marks: &mut bool) -> String {
    let mut value = |text: &str| {
        *marks |= text.contains([';', '=']);
        text.replace(';', "；").replace('=', "＝")
    };
    let shift = |days: i32| match days {
        0 => String::new(),
        days => format!("; shift={days:+}D"),
    };
    match piece {
        Piece::Text(text) => expand::without_braces(text),
        Piece::Field { name, default: None } => format!("{{formtext: name={name}}}"),
        Piece::Field { name, default: Some(default) } => {
            format!("{{formtext: name={name}; default={}}}", value(default))
        }
        Piece::Choice { name, choices } => {
            let choices: Vec<String> = choices.iter().map(|choice| value(choice)).collect();
            format!("{{formmenu: {}; name={name}}}", choices.join("; "))
        }
        Piece::Date { days } => format!("{{time: M月D日{}}}", shift(*days)),
        Piece::Weekday { days } => format!("{{time: dddd{}}}", shift(*days)),
        // Snippets were expanded.
        Piece::Snippet { id } => id.clone(),
        Piece::Cursor => "{cursor}".to_owned(),
    }
}
