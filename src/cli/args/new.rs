//! The commands that make a record.

use clap::{Args, Subcommand};

use super::conventions::Terms;
use super::values::phase;
use crate::model::Phase;

/// What is made.
#[derive(Debug, Subcommand)]
pub enum New {
    /// Make a startup, in its first phase, and commit it
    #[command(after_help = "\
Examples:
  couveuse new startup ma-cantine --name 'Ma cantine' --mission 'Manger mieux' --sponsor oise
  couveuse new startup mon-jardin --phase construction --from 1/9/2025")]
    Startup(NewStartup),
    /// Make a convention with the obligations that they have in common, and commit it
    #[command(after_help = "\
Examples:
  couveuse new convention comobi-oise-anct --startup comobi --contribution oise:anct=20000
  couveuse new convention comobi-pau-anct --title 'CoMobi : Pau – ANCT' --startup comobi \\
    --contribution pau:anct=20000 --contribution anct=35000 --signed 12/10/2020 --months 12

FROM:TO=AMOUNT is what one party pays to another, FROM=AMOUNT what it spends itself. Then read the signed document
and add the articles: couveuse set comobi-oise-anct 'obligations[refund].article' 5.4")]
    Convention(NewConvention),
    /// Make a party, and commit it
    #[command(after_help = "\
Examples:
  couveuse new party lot --name Lot --kind département")]
    Party(NewParty),
}

/// What `new startup` takes.
#[derive(Debug, Args)]
pub struct NewStartup {
    /// Its id: lowercase letters, digits and hyphens
    #[arg(value_name = "ID")]
    pub id: String,
    /// Its name; the id unless given
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// What it is for
    #[arg(long, value_name = "TEXT")]
    pub mission: Option<String>,
    /// The incubator that follows it; the portfolio's own unless given
    #[arg(long, value_name = "PARTY")]
    pub incubator: Option<String>,
    /// A sponsor; may be repeated
    #[arg(long = "sponsor", value_name = "PARTY")]
    pub sponsors: Vec<String>,
    /// The phase that it is in
    #[arg(long, default_value = Phase::Investigation.name(), value_parser = phase())]
    pub phase: Phase,
    /// Since when, today unless given
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub from: Option<String>,
}

/// What `new convention` takes.
#[derive(Debug, Args)]
pub struct NewConvention {
    /// Its id: lowercase letters, digits and hyphens
    #[arg(value_name = "ID")]
    pub id: String,
    /// Its full title; the id unless given
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// A startup that it funds; may be repeated
    #[arg(long = "startup", value_name = "STARTUP")]
    pub startups: Vec<String>,
    /// A party that signs; those that contribute unless given; may be repeated
    #[arg(long = "party", value_name = "PARTY")]
    pub parties: Vec<String>,
    /// What a party promises: FROM:TO=AMOUNT, or FROM=AMOUNT; may be repeated
    #[arg(long = "contribution", value_name = "PROMISE")]
    pub contributions: Vec<String>,
    /// When it was signed, and how long it runs
    #[command(flatten)]
    pub terms: Terms,
}

/// What `new party` takes.
#[derive(Debug, Args)]
pub struct NewParty {
    /// Its id: lowercase letters, digits and hyphens
    #[arg(value_name = "ID")]
    pub id: String,
    /// Its usual name; the id unless given
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// What sort of organisation it is
    #[arg(long, value_name = "TEXT")]
    pub kind: Option<String>,
}
