//! What must be on the machine, and what is done when it is not.
//!
//! Whatever can be installed from here is installed: the wasm target, the npm
//! packages of the lock file, and Debian's packages where that is allowed.
//! The rest is named, with the command that brings it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};

use crate::house;

/// The oldest Node that the tools run on.
const NODE: u32 = 20;

/// The oldest Firefox that the scenes have been played in. The driver asks its
/// window for what BiDi has no words for, which version 140 does not allow.
const FIREFOX: u32 = 153;

/// The npm packages of the build and the tests; see [`npm_packages_of`].
pub fn npm_packages() -> Result<()> {
    npm_packages_of("")
}

/// The npm packages of the lock file in a folder; returns at once when they are
/// there.
pub fn npm_packages_of(folder: &str) -> Result<()> {
    node()?;
    let folder = house::at(folder);
    let lock = folder.join("package-lock.json");
    let installed = folder.join("node_modules/.installed-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    if fs::read(&installed).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    let name = lock.strip_prefix(house::root()).unwrap_or(&lock).display();
    println!("npm packages: installing those of {name}");
    let npm = house::on_path(&["npm", "npm.cmd"])
        .context("npm is missing; it comes with Node.js, install that with npm")?;
    let mut install = house::in_root(npm);
    house::call(install.args(["ci", "--ignore-scripts", "--loglevel=error"]).current_dir(&folder))?;
    fs::write(&installed, wanted).with_context(|| format!("cannot write {}", installed.display()))
}

/// Node.js, new enough.
pub fn node() -> Result<PathBuf> {
    let node = house::on_path(&["node"]).with_context(|| {
        format!("Node.js is missing: install version {NODE} or newer, npm included")
    })?;
    let version = house::ask(Command::new(&node).arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    ensure!(
        major.parse::<u32>().is_ok_and(|major| major >= NODE),
        "Node.js is {}, but version {NODE} or newer is needed",
        version.trim()
    );
    Ok(node)
}

/// A compiler for C++.
pub fn cpp_compiler() -> Result<()> {
    if house::on_path(&["c++", "g++", "clang++"]).is_none() {
        debian_package("g++")?;
    }
    Ok(())
}

/// The standard library for wasm.
pub fn wasm_target() -> Result<()> {
    const TRIPLE: &str = "wasm32-unknown-unknown";
    let sysroot = house::ask(house::in_root("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TRIPLE).is_dir() {
        return Ok(());
    }
    println!("wasm target: adding {TRIPLE}");
    house::call(house::in_root("rustup").args(["target", "add", TRIPLE]))
        .with_context(|| format!("the Rust target {TRIPLE} is missing: rustup target add {TRIPLE}"))
}

/// A browser that the scenes are played in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Browser {
    /// Chromium, or a Chrome in its place.
    Chromium,
    /// Firefox, the extended support release or another.
    Firefox,
}

impl Browser {
    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The program, installed if need be.
    pub fn program(self) -> Result<PathBuf> {
        let (names, package, elsewhere): (&[&str], _, _) = match self {
            Self::Chromium => (
                &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
                "chromium",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
            ),
            Self::Firefox => (
                &["firefox-esr", "firefox"],
                "firefox-esr",
                "/Applications/Firefox.app/Contents/MacOS/firefox",
            ),
        };
        let find = || {
            house::on_path(names)
                .or_else(|| Some(PathBuf::from(elsewhere)).filter(|place| place.is_file()))
        };
        let program = match find() {
            Some(program) => program,
            None => {
                debian_package(package)?;
                find().with_context(|| {
                    format!("{package} was installed, but none of {names:?} is on PATH")
                })?
            }
        };
        match self {
            Self::Chromium => chromium_languages()?,
            Self::Firefox => firefox_is_new_enough(&program)?,
        }
        Ok(program)
    }
}

/// Debian's Chromium speaks English only, until its languages are installed.
fn chromium_languages() -> Result<()> {
    let languages = Path::new("/usr/lib/chromium/locales");
    if languages.is_dir() && !languages.join("zh-CN.pak").is_file() {
        debian_package("chromium-l10n")?;
    }
    Ok(())
}

/// Brings a Firefox that is too old up to date, where Debian has a newer one.
fn firefox_is_new_enough(program: &Path) -> Result<()> {
    let version = || house::ask(Command::new(program).arg("--version"));
    let major = |version: &str| -> Option<u32> {
        version.split_whitespace().find_map(|word| word.split('.').next()?.parse().ok())
    };
    let is_enough = |version: &str| major(version).is_some_and(|major| major >= FIREFOX);
    if is_enough(&version()?) {
        return Ok(());
    }
    let brought = debian_package("firefox-esr");
    let version = version()?;
    ensure!(
        is_enough(&version),
        "{} is {}, but version {FIREFOX} or newer is needed: Debian's security updates carry it{}",
        program.display(),
        version.trim(),
        brought.map_or_else(|error| format!(" ({error:#})"), |()| String::new()),
    );
    Ok(())
}

/// A font with the characters that the pages are written in.
pub fn cjk_font() -> Result<()> {
    let Some(fc_list) = house::on_path(&["fc-list"]) else {
        if cfg!(target_os = "linux") {
            return debian_package("fonts-noto-cjk");
        }
        return Ok(());
    };
    if house::ask(Command::new(fc_list).arg(":lang=zh"))?.trim().is_empty() {
        debian_package("fonts-noto-cjk")?;
    }
    Ok(())
}

/// Installs a Debian package as root or by `sudo` without a password; where
/// neither is possible, says what to type.
fn debian_package(name: &str) -> Result<()> {
    let by_hand = format!("apt-get install --no-install-recommends {name}");
    let Some(apt) = house::on_path(&["apt-get"]) else {
        bail!("{name} is missing: install it with this system's package tool");
    };
    let prefix: &[&str] = if quiet(Command::new("id").arg("-u")).is_some_and(|id| id == "0") {
        &[]
    } else if quiet(Command::new("sudo").args(["-n", "true"])).is_some() {
        &["sudo", "-n"]
    } else {
        bail!("{name} is missing, and installing it needs root: sudo {by_hand}");
    };
    println!("{name}: installing the Debian package");
    let apt = apt.to_string_lossy().into_owned();
    let run = |words: &[&str]| {
        let mut all: Vec<&str> = prefix.to_vec();
        all.extend(["env", "DEBIAN_FRONTEND=noninteractive", &apt, "-qq"]);
        all.extend(words);
        house::call(Command::new(all[0]).args(&all[1..]))
    };
    run(&["update"])
        .and_then(|()| run(&["install", "-y", "--no-install-recommends", name]))
        .with_context(|| format!("{name} is missing and could not be installed: {by_hand}"))
}

/// What a command printed, if it succeeded.
fn quiet(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
