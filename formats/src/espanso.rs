//! A match file of Espanso (YAML): triggers and what replaces them.
//!
//! A field of ours is a field of a form there, a date a variable, the caret `$|$`.
//! Espanso finds by the trigger: a reply without an abbreviation is found by its
//! title. What a program or the clipboard would fill in becomes a field here.

use deti::reply::{Reply, Wording};
use serde::Deserialize;
use serde_json::Value;
use serde_saphyr::Spanned;

use crate::expand::Shelf;
use crate::loss::{Losses, Lost};
use crate::piece::{self, Piece};
use crate::{Says, Taken, expand, yaml};

const CARET: &str = "$|$";
const DAY: i64 = 86_400;

/// What a format of a date says, by the letters of `strftime`.
const MONTHS: [char; 4] = ['m', 'b', 'B', 'h'];
const DAYS: [char; 2] = ['d', 'e'];
const YEARS: [char; 4] = ['Y', 'y', 'C', 'G'];
const WEEKDAYS: [char; 4] = ['A', 'a', 'u', 'w'];
const WHOLE_DATES: [char; 3] = ['F', 'D', 'x'];

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    matches: Vec<Spanned<Value>>,
    #[serde(default)]
    imports: Vec<String>,
    #[serde(default)]
    global_vars: Vec<Variable>,
}

#[derive(Deserialize)]
struct Match {
    trigger: Option<String>,
    #[serde(default)]
    triggers: Vec<String>,
    regex: Option<String>,
    replace: Option<String>,
    form: Option<String>,
    #[serde(default)]
    form_fields: Value,
    label: Option<String>,
    #[serde(default)]
    search_terms: Vec<String>,
    #[serde(default)]
    vars: Vec<Variable>,
    image_path: Option<String>,
    html: Option<String>,
    markdown: Option<String>,
}

#[derive(Deserialize)]
struct Variable {
    name: String,
    #[serde(rename = "type", default)]
    sort: String,
    #[serde(default)]
    params: Value,
}

pub(crate) fn read(text: &str, taken: &mut Taken) {
    // As Espanso reads it: `yes` and `on` are words.
    let options = serde_saphyr::options! { strict_booleans: true };
    let file: File = match serde_saphyr::from_str_with_options(text, options) {
        Ok(file) => file,
        Err(error) => {
            let line = error.location().map_or(0, |at| at.line() as usize);
            let said = error.to_string();
            let first = said.lines().next().unwrap_or_default().trim_start_matches("error: ");
            return taken.refuse(line, Says::NotEspanso, &[first]);
        }
    };
    if !file.imports.is_empty() {
        taken.note(0, Says::Imports, &[&file.imports.join(", ")]);
    }
    if file.matches.is_empty() {
        taken.refuse(0, Says::NoMatches, &[]);
    }
    for found in file.matches {
        let line = found.defined.line() as usize;
        match serde_json::from_value::<Match>(found.value) {
            Ok(found) => read_match(found, &file.global_vars, line, taken),
            Err(error) => {
                taken.refuse(line, Says::BadMatch, &[&error.to_string()]);
            }
        }
    }
}

fn read_match(found: Match, global: &[Variable], line: usize, taken: &mut Taken) {
    let mut doubts = Doubts::default();
    let pieces = if let Some(form) = &found.form {
        piece::split(form, "[[", "]]", |name| Some(form_field(name, &found.form_fields)))
    } else if let Some(replace) = &found.replace {
        piece::split(replace, "{{", "}}", |name| {
            let vars = found.vars.iter().chain(global);
            Some(variable(name.trim(), vars, &mut doubts))
        })
    } else {
        return match (&found.image_path, &found.html, &found.markdown) {
            (Some(picture), ..) => taken.refuse(line, Says::OnlyPicture, &[picture]),
            (_, Some(_), _) | (.., Some(_)) => taken.refuse(line, Says::FormattedMatch, &[]),
            _ => taken.refuse(line, Says::NoReplace, &[]),
        };
    };
    doubts.note(line, taken);
    if found.regex.is_some() {
        taken.note(line, Says::FoundByTitle, &[]);
    }
    let pieces = with_caret(pieces);
    let mut triggers = found.trigger.into_iter().chain(found.triggers);
    let title = found.label.unwrap_or_default().trim().to_owned();
    let first = triggers.next().unwrap_or_default();
    let first = expand::unsigned(&first);
    let mut tags: Vec<String> = triggers.map(|it| expand::unsigned(&it).to_owned()).collect();
    tags.extend(found.search_terms);
    let reply = Reply {
        abbreviation: if first == title { String::new() } else { first.to_owned() },
        title: Wording::one(title),
        tags,
        body: Wording::one(piece::write(&pieces).trim()),
        ..Reply::default()
    };
    taken.take(line, reply);
}

/// A field of a form: with what there is to choose from, or its default.
fn form_field(name: &str, fields: &Value) -> Piece {
    let name = name.trim();
    let field = &fields[name];
    match strings(&field["values"]) {
        choices if choices.len() > 1 => Piece::choice(name, choices),
        _ => Piece::field(name, field["default"].as_str()),
    }
}

/// What does not come in as it was, by the names of the variables.
#[derive(Default)]
struct Doubts {
    asked: Vec<String>,
    dates: Vec<String>,
}

impl Doubts {
    fn note(&self, line: usize, taken: &mut Taken) {
        for (names, says) in [(&self.asked, Says::AskedFor), (&self.dates, Says::DateForm)] {
            if !names.is_empty() {
                taken.note(line, says, &[&names.join(" ")]);
            }
        }
    }
}

/// A variable, by what it is declared as.
fn variable<'a>(
    name: &str,
    mut vars: impl Iterator<Item = &'a Variable>,
    doubts: &mut Doubts,
) -> Piece {
    let (owner, field) = name.split_once('.').unwrap_or((name, ""));
    let Some(declared) = vars.find(|declared| declared.name == owner) else {
        return Piece::field(name, None);
    };
    let params = &declared.params;
    match declared.sort.as_str() {
        "form" => form_field(field, &params["fields"]),
        "date" => match date(params) {
            Some((piece, whole)) => {
                if !whole {
                    doubts.dates.push(owner.to_owned());
                }
                piece
            }
            None => {
                doubts.asked.push(owner.to_owned());
                Piece::field(owner, None)
            }
        },
        "echo" => Piece::text(params["echo"].as_str().unwrap_or_default()),
        "choice" => Piece::choice(owner, strings(&params["values"])),
        "random" => {
            doubts.asked.push(owner.to_owned());
            Piece::choice(owner, strings(&params["choices"]))
        }
        _ => {
            doubts.asked.push(owner.to_owned());
            Piece::field(owner, None)
        }
    }
}

/// A date or a weekday, and whether it reads here as it does there; `None` for what
/// says another thing, such as a time of day or a year.
fn date(params: &Value) -> Option<(Piece, bool)> {
    let offset = params["offset"].as_i64().unwrap_or(0);
    let days = i32::try_from(offset / DAY).ok().filter(|_| offset % DAY == 0)?;
    // Without a format Espanso writes the whole moment.
    let form = params["format"].as_str()?;
    let parts = form.split('%').skip(1);
    let parts: Vec<char> = parts
        .filter_map(|it| it.trim_start_matches(['-', '_', '0', '^', '#']).chars().next())
        .collect();
    let all = |known: &[char]| parts.iter().all(|part| known.contains(part));
    let any = |known: &[char]| parts.iter().any(|part| known.contains(part));
    if !parts.is_empty() && all(&WEEKDAYS) {
        return Some((Piece::Weekday { days }, true));
    }
    let month = any(&MONTHS) || any(&WHOLE_DATES);
    let day = any(&DAYS) || any(&WHOLE_DATES);
    let known = [&MONTHS[..], &DAYS, &WHOLE_DATES, &YEARS, &WEEKDAYS].concat();
    let whole = all(&[&MONTHS[..], &DAYS].concat());
    (month && day && all(&known)).then_some((Piece::Date { days }, whole))
}

/// The strings of a list, or the lines of a text; of objects, what is inserted.
fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(lines) => lines.lines().collect(),
        Value::Array(items) => items
            .iter()
            .filter_map(|item| {
                item.as_str().or_else(|| item["id"].as_str()).or_else(|| item["label"].as_str())
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn with_caret(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => match text.split_once(CARET) {
                Some((before, after)) => {
                    out.extend([Piece::text(before), Piece::Cursor, Piece::text(after)]);
                }
                None => out.push(Piece::Text(text)),
            },
            other => out.push(other),
        }
    }
    out
}

pub(crate) fn write(shelf: &Shelf<'_>, losses: &mut Losses) -> String {
    let script = shelf.script();
    let mut out = String::from("matches:\n");
    for reply in shelf.replies {
        let pieces = shelf.body(reply, losses);
        let title = reply.title.of(script);
        let trigger = if reply.abbreviation.is_empty() { title } else { &reply.abbreviation };
        let mut entry = Entry::default();
        for piece in &pieces {
            entry.add(piece);
        }
        losses.note(Lost::Marks, entry.marks);
        out.push_str(&format!("  - trigger: {}\n", yaml::quoted(&format!(":{trigger}"))));
        if !title.is_empty() {
            out.push_str(&format!("    label: {}\n", yaml::quoted(title)));
        }
        if !reply.tags.is_empty() {
            let tags: Vec<String> = reply.tags.iter().map(|tag| yaml::quoted(tag)).collect();
            out.push_str(&format!("    search_terms: [{}]\n", tags.join(", ")));
        }
        entry.finish(&mut out);
    }
    out
}

/// A match while it is put together: its words in both syntaxes of Espanso, and
/// what it declares.
#[derive(Default)]
struct Entry {
    form: String,
    replace: String,
    /// Names of fields, and what is said of them.
    fields: Vec<(String, String)>,
    /// Names of dates, and what is said of them.
    dates: Vec<(String, String)>,
    marks: bool,
    caret: bool,
}

impl Entry {
    fn add(&mut self, piece: &Piece) {
        match piece {
            Piece::Text(text) => {
                let plain = words(text);
                self.marks |= plain != *text;
                self.form.push_str(&plain);
                self.replace.push_str(&plain);
            }
            Piece::Field { name, default } => {
                let said = default.as_ref().map(|it| format!("default: {}", yaml::quoted(it)));
                self.field(name, said.unwrap_or_default());
            }
            Piece::Choice { name, choices } => {
                let choices: Vec<String> = choices.iter().map(|it| yaml::quoted(it)).collect();
                self.field(name, format!("type: choice, values: [{}]", choices.join(", ")));
            }
            Piece::Date { days } => self.date("date", "%-m月%-d日", *days),
            Piece::Weekday { days } => self.date("weekday", "%A", *days),
            // Snippets were expanded; a second caret would be text.
            Piece::Snippet { .. } => {}
            Piece::Cursor if self.caret => {}
            Piece::Cursor => {
                self.caret = true;
                self.form.push_str(CARET);
                self.replace.push_str(CARET);
            }
        }
    }

    fn field(&mut self, name: &str, said: String) {
        self.form.push_str(&format!("[[{name}]]"));
        self.replace.push_str(&format!("{{{{form1.{name}}}}}"));
        if !self.fields.iter().any(|(known, _)| known == name) {
            self.fields.push((name.to_owned(), said));
        }
    }

    fn date(&mut self, word: &str, form: &str, days: i32) {
        let sign = if days < 0 { "_before" } else { "" };
        let name = format!("{word}{}{sign}", days.abs());
        self.replace.push_str(&format!("{{{{{name}}}}}"));
        if !self.dates.iter().any(|(known, _)| *known == name) {
            let seconds = i64::from(days) * DAY;
            let said = format!("format: {}, offset: {seconds}", yaml::quoted(form));
            self.dates.push((name, said));
        }
    }

    /// Forms alone have a short way to be written; with dates, everything is a
    /// variable.
    fn finish(self, out: &mut String) {
        let fields: Vec<String> = self
            .fields
            .iter()
            .filter(|(_, said)| !said.is_empty())
            .map(|(name, said)| format!("{}: {{{said}}}", yaml::quoted(name)))
            .collect();
        if self.dates.is_empty() && !self.fields.is_empty() {
            out.push_str(&format!("    form: {}\n", yaml::text(&self.form, 6)));
            if !fields.is_empty() {
                out.push_str(&format!("    form_fields: {{{}}}\n", fields.join(", ")));
            }
            return;
        }
        out.push_str(&format!("    replace: {}\n", yaml::text(&self.replace, 6)));
        if self.dates.is_empty() {
            return;
        }
        out.push_str("    vars:\n");
        for (name, said) in &self.dates {
            out.push_str(&format!("      - {{name: {name}, type: date, params: {{{said}}}}}\n"));
        }
        if !self.fields.is_empty() {
            let layout: Vec<String> =
                self.fields.iter().map(|(name, _)| format!("{name}: [[{name}]]")).collect();
            let layout = yaml::quoted(&layout.join("\n"));
            let fields = fields.join(", ");
            out.push_str(&format!(
                "      - {{name: form1, type: form, params: {{layout: {layout}, fields: {{{fields}}}}}}}\n"
            ));
        }
    }
}

/// Words without what Espanso would take for a field or the caret.
fn words(text: &str) -> String {
    let text = text.replace(CARET, "＄|＄").replace("[[", "［［").replace("]]", "］］");
    expand::without_braces(&text)
}
