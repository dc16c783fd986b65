//! Files of replies in the browser: a module of its own, which the panel loads
//! when somebody imports or exports, so that nobody else waits for it.
//!
//! Values cross as plain objects, in serde's shape. A row is `{line, reply}`,
//! where the reply is the core's own record of one.

use deti::reply::Reply;
use deti::text::Script;
use deti_formats::{Encoding, Format, How, Loss, Remark};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// What a file says, as an object.
#[derive(Serialize)]
struct Read<'a> {
    format: Option<Format>,
    encoding: Option<Encoding>,
    rows: Vec<Row<'a>>,
    refused: &'a [Remark],
    notes: &'a [Remark],
}

#[derive(Serialize)]
struct Row<'a> {
    line: usize,
    reply: &'a Reply,
}

/// What is to be written: the name of a format, and of a script where the
/// format holds one.
#[derive(Deserialize)]
struct Wanted {
    format: Format,
    #[serde(default)]
    script: WantedScript,
    encoding: Option<Encoding>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WantedScript {
    #[default]
    Hans,
    Hant,
}

#[derive(Serialize)]
struct Written<'a> {
    #[serde(with = "bytes")]
    bytes: &'a [u8],
    extension: &'static str,
    encoding: Option<Encoding>,
    losses: &'a [Loss],
}

/// Bytes cross as an array of bytes, not as a list of numbers.
mod bytes {
    pub fn serialize<S: serde::Serializer>(
        bytes: &&[u8],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }
}

/// Reads a file by its name and its bytes:
/// `{format, encoding, rows: [{line, reply}], refused, notes}`. A format may be
/// named where the file does not say it.
///
/// # Errors
///
/// If the format has a name that there is not.
#[wasm_bindgen]
pub fn read(bytes: &[u8], name: &str, format: Option<String>) -> Result<JsValue, JsError> {
    let format = match format {
        Some(name) => Some(Format::named(&name).ok_or_else(|| JsError::new("no such format"))?),
        None => None,
    };
    let read = deti_formats::read(name, bytes, format);
    let rows = read.rows.iter().map(|row| Row { line: row.line, reply: &row.reply }).collect();
    object(&Read {
        format: read.format,
        encoding: read.encoding,
        rows,
        refused: &read.refused,
        notes: &read.notes,
    })
}

/// Writes replies: `{format, script?, encoding?}` says how; what comes is
/// `{bytes, extension, encoding, losses}`.
///
/// # Errors
///
/// If what is handed over are no replies, or how they are wanted is not known.
#[wasm_bindgen]
pub fn write(replies: JsValue, wanted: JsValue) -> Result<JsValue, JsError> {
    let replies: Vec<Reply> = serde_wasm_bindgen::from_value(replies)?;
    let wanted: Wanted = serde_wasm_bindgen::from_value(wanted)?;
    let script = match wanted.script {
        WantedScript::Hans => Script::Hans,
        WantedScript::Hant => Script::Hant,
    };
    let how = How { script, encoding: wanted.encoding };
    let written = deti_formats::write(wanted.format, &replies, how);
    object(&Written {
        bytes: &written.bytes,
        extension: wanted.format.extension(),
        encoding: written.encoding,
        losses: &written.losses,
    })
}

fn object(value: &impl Serialize) -> Result<JsValue, JsError> {
    let serializer =
        serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    Ok(value.serialize(&serializer)?)
}
