//! The commands that write a fact down, one commit each, and those that take it back.

use clap::{Args, Subcommand};

use super::conventions::{Amend, CallForFunds, Done, Pay, Resource, Sign, Spend};
use super::new::New;
use super::startups::{Action, Finish, Hold, Indicator, Move, Note, Plan};

/// What is written down.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Write down that obligations were met, and commit it
    #[command(after_help = "\
Examples:
  couveuse done histologe-pau-anct/statistics-page --evidence https://histologe.beta.gouv.fr/stats
  couveuse done anti-gaspi-oise-anct/management-report --on hier
  couveuse done histologe-pau-anct/means histologe-pau-anct/manifesto     both in one commit")]
    Done(Done),
    /// Write down a payment received, and commit it
    #[command(after_help = "\
Examples:
  couveuse pay histologe-pau-anct/pau 17500
  couveuse pay histologe-pau-anct/pau '17 500,00' --on 4/3/2021 --reference 'VIR 2021-118'")]
    Pay(Pay),
    /// Write down that a convention was signed, and commit it
    #[command(after_help = "Examples:\n  couveuse sign histologe-pau-anct --on 12/10/2020")]
    Sign(Sign),
    /// Write down that a startup's committee was held, and commit it
    #[command(after_help = "\
Examples:
  couveuse hold comobi --decision continue --envelope 35000 --until +180
  couveuse hold poubelles-battle --on hier --decision provisional")]
    Hold(Hold),
    /// Set a startup's committee for a day, and commit it
    #[command(after_help = "Examples:\n  couveuse plan histologe --on +14\n  couveuse plan comobi --on lundi")]
    Plan(Plan),
    /// Move a startup to a phase, and commit it
    #[command(after_help = "\
Examples:
  couveuse phase comobi consolidation
  couveuse phase histologe operated --from +30            a day to come is fine")]
    Phase(Move),
    /// Write down what an indicator is now, and commit it
    #[command(after_help = "\
Examples:
  couveuse indicator comobi 'Trajets réalisés' 130
  couveuse indicator histologe Signalements '1 250' --on 31/12/2020 --unit signalements
  couveuse indicator comobi 'Taux de retour' 2,5 --unit %")]
    Indicator(Indicator),
    /// Write down a remark about a startup, and commit it
    #[command(after_help = "\
Examples:
  couveuse note comobi 'Une instance ouvre dans le Tarn.' --source 'courriel du 22 février'
  couveuse note histologe 'La préfecture veut essayer' --on lundi")]
    Note(Note),
    /// Write down what somebody agreed to do for a startup, and commit it
    #[command(after_help = "\
Examples:
  couveuse action comobi 'Relancer la région' --owner Coach --due +14
  couveuse finish comobi 'Relancer la région'               once it is done")]
    Action(Action),
    /// Write down that what somebody agreed to do is done, and commit it
    #[command(after_help = "\
Examples:
  couveuse action comobi 'Relancer la région'               what was agreed
  couveuse finish comobi Relancer --on hier                 the beginning is enough")]
    Finish(Finish),
    /// Write down a call for funds, and commit it
    #[command(after_help = "\
Examples:
  couveuse call histologe-pau-anct/pau 17500
  couveuse call incubateur-anct-dinum/anct 400000 --tranche 2 \\
    --with 'call for funds' --with 'statement of expenditure' --reference 'AF 2021-2'")]
    Call(CallForFunds),
    /// Write down an expenditure, and commit it
    #[command(after_help = "\
Examples:
  couveuse spend histologe-pau-anct 1200 'Coaching de décembre'                   paid today
  couveuse spend histologe-pau-anct 9800,50 Développement --committed 1/12/2020
  couveuse spend comobi-ademe-anct 4000 Déploiement --by dinum --contribution ademe --paid hier")]
    Spend(Spend),
    /// Write down what a party brings in kind, and commit it
    #[command(after_help = "\
Examples:
  couveuse resource histologe-pau-anct 'Un développeur' --from pau --share '50 %' --lasts '6 months'")]
    Resource(Resource),
    /// Write down an amendment to a convention, and commit it
    #[command(after_help = "\
Examples:
  couveuse amend comobi-ademe-anct comobi-avenant-1 --months 18
  couveuse amend comobi-ademe-anct comobi-avenant-2 --title 'Avenant n° 2' \\
    --signed 1/12/2020 --until 31/12/2021")]
    Amend(Amend),
    /// Write down a party's bank account, or put another in place of it, and commit it
    #[command(after_help = "\
Examples:
  couveuse account pau --id restitution --iban 'FR57 3000 1006 22C6 4100 0000 087'
  couveuse account dhup --iban 'FR14 2004 1010 0505 0001 3M02 606'
  couveuse set dhup 'accounts[0].bic' PSSTFRPPPAR

The first is put in place of the one called restitution; the second has no name, and is changed by its position.
The check digits are looked at: what no bank would pay on is refused.")]
    Account(Account),
    /// Make a record: a startup, a convention, a party
    #[command(subcommand)]
    #[command(after_help = "\
Examples:
  couveuse new startup ma-cantine --name 'Ma cantine' --sponsor oise
  couveuse new convention ma-cantine-oise-anct --startup ma-cantine --contribution oise:anct=20000
  couveuse new party lot --name Lot")]
    New(New),
    /// Give a field of a record another value, and commit it
    #[command(after_help = "\
Examples:
  couveuse set histologe site https://histologe.beta.gouv.fr
  couveuse set startups/anti-gaspi also Anti-Gaspi-Cantine 'Cantines anti-gaspi'
  couveuse set histologe-pau-anct 'obligations[statistics-page].article' 2.1
  couveuse set histologe-pau-anct accounts.refund.iban 'FR57 3000 1006 22C6 4100 0000 087'
  couveuse set comobi 'committees[0].comment' --remove

An entry of a list is named by its id, its name or its position from 0. couveuse schema shows the fields.")]
    Set(Set),
    /// Take an edit back with a commit of its own: the last one, or the one named
    #[command(after_help = "\
Examples:
  couveuse undo                             the last edit
  couveuse undo 3f2a91c                     the edit of that commit")]
    Undo {
        /// The commit of the edit
        #[arg(value_name = "COMMIT")]
        commit: Option<String>,
    },
    /// Make again what undo took back last; a new edit ends what can be redone
    #[command(after_help = "Examples:\n  couveuse undo\n  couveuse redo")]
    Redo,
}

/// What `account` takes.
#[derive(Debug, Args)]
pub struct Account {
    /// Whose
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// International number
    #[arg(long, value_name = "IBAN", required_unless_present = "number")]
    pub iban: Option<String>,
    /// Bank identifier (BIC)
    #[arg(long, value_name = "BIC")]
    pub bic: Option<String>,
    /// Whose name it is in
    #[arg(long, value_name = "NAME")]
    pub holder: Option<String>,
    /// Its name in the record; one of that name is replaced
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Where it is kept
    #[arg(long, value_name = "TEXT")]
    pub domiciliation: Option<String>,
    /// Code banque of the RIB, five characters
    #[arg(long, value_name = "CODE")]
    pub bank: Option<String>,
    /// Code guichet of the RIB, five characters
    #[arg(long, value_name = "CODE")]
    pub branch: Option<String>,
    /// Account number of the RIB, eleven characters
    #[arg(long, value_name = "NUMBER")]
    pub number: Option<String>,
    /// Key of the RIB, two digits
    #[arg(long, value_name = "KEY")]
    pub key: Option<String>,
}

/// What `set` takes.
#[derive(Debug, Args)]
pub struct Set {
    /// Which: its id, or KIND/ID where several kinds share it
    #[arg(value_name = "RECORD")]
    pub record: String,
    /// The way to the field: site, committees[0].comment, obligations[refund].article
    #[arg(value_name = "FIELD")]
    pub field: String,
    /// Its value; of a list, each of its entries
    #[arg(value_name = "VALUE", allow_negative_numbers = true, required_unless_present = "remove")]
    pub values: Vec<String>,
    /// Take the field out of the record
    #[arg(long, conflicts_with = "values")]
    pub remove: bool,
}
