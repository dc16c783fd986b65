//! What lies where in `dist/`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{manifest, packs::Shelf, script::Scripts, sites, sites::Site, write_if_changed};
use crate::house;

/// Files by their path, with `/` between the parts, in sorted order.
#[derive(Debug, Clone, Default)]
pub struct Folder(BTreeMap<String, Vec<u8>>);

impl Folder {
    /// A folder of the disk, with everything below it.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        let mut open = vec![folder.to_path_buf()];
        while let Some(next) = open.pop() {
            let entries =
                fs::read_dir(&next).with_context(|| format!("cannot list {}", next.display()))?;
            for entry in entries {
                let path: PathBuf = entry?.path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let bytes = fs::read(&path)
                        .with_context(|| format!("cannot read {}", path.display()))?;
                    let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                    files.insert(name, bytes);
                }
            }
        }
        Ok(Self(files))
    }

    /// The files, sorted by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Makes the folder on the disk hold these files and no others.
    pub fn write(&self, folder: &Path) -> Result<()> {
        if folder.is_dir() {
            for (path, _) in Self::read(folder)?.files() {
                if !self.0.contains_key(path) {
                    let stale = folder.join(path);
                    fs::remove_file(&stale)
                        .with_context(|| format!("cannot remove {}", stale.display()))?;
                }
            }
        }
        self.files().try_for_each(|(path, bytes)| write_if_changed(&folder.join(path), bytes))
    }

    /// Puts a file of the checkout here.
    pub fn copy(&mut self, from: &str, to: &str) -> Result<()> {
        let bytes = fs::read(house::at(from)).with_context(|| format!("cannot read {from}"))?;
        self.0.insert(to.to_owned(), bytes);
        Ok(())
    }

    /// Puts a folder of the checkout here, the files that `keep` wants.
    pub fn copy_all(&mut self, from: &str, to: &str, keep: impl Fn(&str) -> bool) -> Result<()> {
        self.add(Self::read(&house::at(from))?, to, keep);
        Ok(())
    }

    /// Puts another folder's files here.
    pub fn add(&mut self, other: Self, to: &str, keep: impl Fn(&str) -> bool) {
        let kept = other.0.into_iter().filter(|(path, _)| keep(path));
        self.0.extend(kept.map(|(path, bytes)| (format!("{to}{path}"), bytes)));
    }

    /// Puts a file here that the build has made.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.0.insert(name.to_owned(), bytes);
    }

    /// Puts one file of another folder here.
    pub fn take(&mut self, other: &Self, from: &str, to: &str) -> Result<()> {
        let bytes = other.0.get(from).with_context(|| format!("the build made no {from}"))?;
        self.0.insert(to.to_owned(), bytes.clone());
        Ok(())
    }
}

/// The extension, the same for both browsers.
pub fn extension(
    scripts: &Scripts,
    panel: &Folder,
    formats: &Folder,
    shelf: &Shelf,
    sites: &[Site],
) -> Result<Folder> {
    let mut folder = Folder::default();
    folder.copy_all("extension/icons", "icons/", |path| path.ends_with(".png"))?;
    folder.take(&scripts.extension, "page.js", "page/page.js")?;
    folder.take(&scripts.extension, "background.js", "background/background.js")?;
    for page in ["options", "desk", "popup"] {
        folder.take(&scripts.extension, &format!("{page}.js"), &format!("{page}/{page}.js"))?;
        for kind in ["html", "css"] {
            folder.copy(
                &format!("extension/{page}/{page}.{kind}"),
                &format!("{page}/{page}.{kind}"),
            )?;
        }
    }
    folder.copy("extension/paper/paper.css", "paper/paper.css")?;
    folder.add(assistant(panel, formats, shelf)?, "", |_| true);
    // The same document under a second name, for sites that the manifest does not list.
    folder.copy("extension/panel/panel.html", "panel/elsewhere.html")?;
    for site in sites {
        folder.put(&manifest::script_of(&site.id), site.script().into_bytes());
    }
    folder.put("sites/consoles.json", sites::list(sites).into_bytes());
    let manifest =
        fs::read(house::at("extension/manifest.json")).context("extension/manifest.json")?;
    let manifest = serde_json::from_slice(&manifest).context("extension/manifest.json")?;
    let manifest = manifest::with_sites(manifest, sites);
    folder.put("manifest.json", format!("{manifest:#}\n").into_bytes());
    let named = manifest::named_files(&manifest);
    let missing: Vec<_> = named.iter().filter(|file| !folder.0.contains_key(*file)).collect();
    ensure!(missing.is_empty(), "the manifest names {missing:?}, which the build has not made");
    Ok(folder)
}

/// The training sandbox: its pages, and the assistant built into one of them.
pub fn site(
    scripts: &Scripts,
    panel: &Folder,
    formats: &Folder,
    sandbox: &Folder,
    shelf: &Shelf,
) -> Result<Folder> {
    let mut folder = Folder::default();
    folder.copy_all("www", "deti/", |path| {
        [".html", ".css", ".json", ".svg", ".png"].iter().any(|end| path.ends_with(end))
    })?;
    folder.add(scripts.site.clone(), "deti/", |_| true);
    folder.add(sandbox.clone(), "deti/", |_| true);
    folder.add(assistant(panel, formats, shelf)?, "deti/assist/", |_| true);
    folder.take(&scripts.extension, "page-site.js", "deti/assist/page/page-site.js")?;
    folder.put("deti/packs/stock.json", shelf.stock.clone().into_bytes());
    folder.put("deti/packs/drills.json", shelf.drills.clone().into_bytes());
    Ok(folder)
}

/// The parts of the panel's style sheet, in their order: where two say something
/// about the same thing, the later one stands.
const SHEETS: [&str; 17] = [
    "ink", "panel", "bar", "now", "act", "lists", "orders", "form", "library", "board", "over",
    "settings", "mend", "footer", "low", "stopped", "manner",
];

/// The panel's style sheet, of all its parts.
fn panel_sheet() -> Result<String> {
    let folder = Folder::read(&house::at("extension/panel/css"))?;
    let sheets = SHEETS.iter().map(|name| {
        let sheet = folder.0.get(&format!("{name}.css"));
        let sheet = sheet.with_context(|| format!("there is no sheet {name}"))?;
        String::from_utf8(sheet.clone()).with_context(|| format!("{name}.css is no text"))
    });
    let sheet = sheets.collect::<Result<Vec<_>>>()?.join("\n");
    ensure!(folder.0.len() == SHEETS.len(), "a sheet in extension/panel/css has no place here");
    Ok(sheet)
}

/// What the extension and the site share: the panel's document, the words of
/// the interface, the packs, and the page's style sheet.
fn assistant(panel: &Folder, formats: &Folder, shelf: &Shelf) -> Result<Folder> {
    let mut folder = Folder::default();
    for name in ["panel.html", "start.js"] {
        folder.copy(&format!("extension/panel/{name}"), &format!("panel/{name}"))?;
    }
    folder.put("panel/panel.css", panel_sheet()?.into_bytes());
    folder.add(panel.clone(), "panel/", |_| true);
    // Loaded by the panel when somebody imports or exports.
    folder.add(formats.clone(), "panel/", |_| true);
    folder.copy("extension/page/highlight.css", "page/highlight.css")?;
    folder.copy_all("extension/_locales", "_locales/", |path| path.ends_with(".json"))?;
    folder.put("packs/stock.json", shelf.stock.clone().into_bytes());
    Ok(folder)
}
