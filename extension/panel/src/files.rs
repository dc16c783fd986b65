//! Files of replies: read and written by a module of its own, which is fetched
//! when the first file comes, so that nobody else waits for it.

use deti::reply::{Reply, Row};
use deti_web::{Failure, download};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::word;

/// The formats that can be written, and what they are called.
pub(crate) const FORMATS: [(&str, &str); 7] = [
    ("pack", word::FORMAT_PACK),
    ("excel", word::FORMAT_EXCEL),
    ("csv", word::FORMAT_CSV),
    ("qianniu", word::FORMAT_QIANNIU),
    ("keehoo", word::FORMAT_KEEHOO),
    ("text-blaze", word::FORMAT_TEXT_BLAZE),
    ("espanso", word::FORMAT_ESPANSO),
];

/// A file that was read, beside what the library will make of its rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Incoming {
    /// The file's name.
    pub name: String,
    /// The format that it was read as, by the reader's name.
    pub format: String,
    /// The encoding, for who wonders about strange characters.
    pub encoding: String,
    /// Lines that cannot be taken.
    pub refused: Vec<Remark>,
    /// What was taken otherwise.
    pub notes: Vec<Remark>,
}

/// Something about a line of a file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Remark {
    /// The line, counted from 1; 0 for the whole file.
    pub line: usize,
    /// What it says, as the words of the interface name it.
    pub says: String,
    /// What stands in the gaps of that.
    pub values: Vec<String>,
}

/// A file that is too long to be one of replies is not even fetched into memory.
const LONGEST: f64 = 16.0 * 1024.0 * 1024.0;

#[derive(Deserialize)]
struct Read {
    format: Option<String>,
    encoding: Option<String>,
    rows: Vec<ReadRow>,
    refused: Vec<Remark>,
    notes: Vec<Remark>,
}

#[derive(Deserialize)]
struct ReadRow {
    line: usize,
    reply: Reply,
}

#[derive(Deserialize)]
struct Written {
    extension: String,
    losses: Vec<Loss>,
}

#[derive(Deserialize)]
struct Loss {
    what: String,
    replies: usize,
}

/// The module that reads and writes, as the document's script fetches it.
pub(crate) struct Formats(Function);

impl Formats {
    /// `fetch` answers with the module, always the same one.
    pub(crate) fn new(fetch: Function) -> Self {
        Self(fetch)
    }

    /// Reads a file that the agent chose.
    pub(crate) async fn read(&self, file: &File) -> Result<(Incoming, Vec<Row>), Failure> {
        let name = file.name();
        let doing = format!("reading {name}");
        if file.size() > LONGEST {
            return Err(Failure::new(&doing, "it is longer than 16 MiB; split it"));
        }
        let thrown = |it: JsValue| Failure::thrown(&doing, &it);
        let buffer = JsFuture::from(file.array_buffer()).await.map_err(thrown)?;
        let bytes = Uint8Array::new(&buffer);
        let read = self.call(&doing, "read", &bytes, &name.as_str().into()).await?;
        let read: Read = serde_wasm_bindgen::from_value(read)
            .map_err(|error| Failure::new(&doing, error.to_string()))?;
        let incoming = Incoming {
            name,
            format: read.format.unwrap_or_default(),
            encoding: read.encoding.unwrap_or_default(),
            refused: read.refused,
            notes: read.notes,
        };
        let rows = read.rows.into_iter().map(|row| Row { line: row.line, reply: row.reply });
        Ok((incoming, rows.collect()))
    }

    /// Offers the replies as a file; tells how many of them lose something in
    /// this format.
    pub(crate) async fn write(&self, replies: &[Reply], format: &str) -> Result<usize, Failure> {
        #[derive(Serialize)]
        struct Wanted<'a> {
            format: &'a str,
        }
        let doing = "writing a file of replies";
        let failed = |error: serde_wasm_bindgen::Error| Failure::new(doing, error.to_string());
        let plain = Serializer::json_compatible();
        let replies = replies.serialize(&plain).map_err(failed)?;
        let wanted = Wanted { format }.serialize(&plain).map_err(failed)?;
        let file = self.call(doing, "write", &replies, &wanted).await?;
        let bytes = Reflect::get(&file, &"bytes".into())
            .ok()
            .and_then(|it| it.dyn_into::<Uint8Array>().ok())
            .ok_or_else(|| Failure::new(doing, "no bytes"))?;
        let written: Written = serde_wasm_bindgen::from_value(file).map_err(failed)?;
        download::bytes(&format!("deti-replies.{}", written.extension), &bytes)?;
        // What stands behind an apostrophe is all there.
        let lost = written.losses.iter().filter(|loss| loss.what != "formula");
        Ok(lost.map(|loss| loss.replies).max().unwrap_or(0))
    }

    async fn call(
        &self,
        doing: &str,
        name: &str,
        first: &JsValue,
        second: &JsValue,
    ) -> Result<JsValue, Failure> {
        let thrown = |it: JsValue| Failure::thrown(doing, &it);
        let fetched = self.0.call0(&JsValue::NULL).map_err(thrown)?;
        let module = JsFuture::from(fetched.unchecked_into::<Promise>()).await.map_err(thrown)?;
        let function = Reflect::get(&module, &name.into()).map_err(thrown)?;
        let function: &Function =
            function.dyn_ref().ok_or_else(|| Failure::new(doing, "the module cannot do that"))?;
        function.call2(&module, first, second).map_err(thrown)
    }
}
