//! `cargo xtask run`: the sandbox in a browser that has the extension.
//!
//! With a screen, a window opens for a person to try things in. Without one,
//! the scene plays by itself, says line by line what happened, and leaves
//! pictures.

use std::{env, fs};

use anyhow::{Context, Result, ensure};

use crate::{
    build, house,
    needs::{self, Browser},
};

/// Where the scene leaves its pictures.
const PICTURES: &str = "dist/scene";

/// The picture of the README.
const PICTURE: &str = "docs/images/first-light.png";

/// How to run.
#[derive(clap::Args)]
pub struct Options {
    /// The browser to open.
    #[arg(long, value_enum, default_value_t = Browser::Chromium)]
    browser: Browser,
    /// Plays the scene without a window, as on a machine without a screen.
    #[arg(long)]
    headless: bool,
    /// Plays the scene and makes its picture the README's.
    #[arg(long)]
    picture: bool,
}

/// Builds, then opens the console page or plays the scene on it.
pub fn run(options: &Options) -> Result<()> {
    build::build()?;
    needs::cjk_font()?;
    let program = options.browser.program()?;
    let alone = options.headless || options.picture || !has_screen();
    println!(
        "\n{} ({}), {}",
        options.browser.name(),
        program.display(),
        if alone { "playing the scene by itself" } else { "with a window" }
    );
    let script = if alone { "tests/browser/run/play.ts" } else { "tests/browser/run/open.ts" };
    let script = build::node_script(&house::at(script))?;
    house::call(
        house::in_root(needs::node()?)
            .arg("--enable-source-maps")
            .arg(script)
            .env("DETI_BROWSER", options.browser.name())
            .env("DETI_PROGRAM", program)
            .env("DETI_PICTURES", PICTURES),
    )?;
    if options.picture {
        keep_picture()?;
    }
    Ok(())
}

/// Whether a window could be seen. Windows and macOS always have a screen.
fn has_screen() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Copies the scene's picture of the card to where the README shows it.
fn keep_picture() -> Result<()> {
    let pictures = house::at(PICTURES);
    let picture = fs::read_dir(&pictures)
        .with_context(|| format!("cannot list {}", pictures.display()))?
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.to_string_lossy().ends_with("-card.png"));
    ensure!(picture.is_some(), "the scene left no picture of the card in {PICTURES}");
    if let Some(picture) = picture {
        let to = house::at(PICTURE);
        fs::create_dir_all(to.parent().unwrap_or(house::root()))?;
        fs::copy(&picture, &to).with_context(|| format!("cannot write {PICTURE}"))?;
        println!("{PICTURE}: the picture of this scene");
    }
    Ok(())
}
