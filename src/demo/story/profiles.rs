//! The organisations and startups of the story, all of them fictional, and their development.
//!
//! Days count back from the day on which the demo is opened, so that something is always due next week.

use crate::model::{Decision, Phase};

/// The home party of the portfolio.
pub const HOME: &str = "pepiniere";
/// A second incubator, with a few startups and a framework with the first.
pub const OTHER: &str = "atelier";

/// An organisation.
pub struct StoryParty {
    pub id: &'static str,
    pub name: &'static str,
    /// Its full name.
    pub also: &'static str,
    pub kind: &'static str,
    /// The article before its name in a French sentence. Only `la` and `l'`, since sentences do not contract `de le`.
    pub article: Option<&'static str>,
}

const fn party(
    id: &'static str,
    article: Option<&'static str>,
    name: &'static str,
    also: &'static str,
    kind: &'static str,
) -> StoryParty {
    StoryParty { id, name, also, kind, article }
}

pub const PARTIES: &[StoryParty] = &[
    party("pepiniere", Some("la"), "Pépinière", "Pépinière des Trois Rivières", "agence"),
    party("atelier", Some("l'"), "Atelier", "Atelier des Grands Vents", "agence"),
    party("bois-levant", None, "Bois-Levant", "Commune de Bois-Levant", "commune"),
    party("brumeval", None, "Brumeval", "Communauté d’agglomération de Brumeval", "communauté d’agglomération"),
    party("haute-orle", Some("la"), "Haute-Orle", "Département de la Haute-Orle", "département"),
    party("marees", None, "Marées", "Direction des marées et des phares éteints", "ministère"),
    party("port-clair", None, "Port-Clair", "Métropole de Port-Clair-sur-Onde", "métropole"),
    party("sentiers", None, "Sentiers", "Office des sentiers perdus", "établissement public"),
    party("val-tisserand", None, "Val-Tisserand", "Région du Val-Tisserand", "région"),
    party("ventelune", None, "Ventelune", "Communauté de communes de Ventelune", "communauté de communes"),
];

/// The development of a startup.
pub struct StartupProfile {
    pub id: &'static str,
    pub name: &'static str,
    /// A former name.
    pub also: Option<&'static str>,
    pub mission: &'static str,
    pub incubator: &'static str,
    pub sponsor: &'static str,
    /// Its phases, each with its start in days before today.
    pub phases: &'static [(Phase, i64)],
    /// The last committee held: days before today, and its decision.
    pub last: Option<(i64, Option<Decision>)>,
    /// The next planned committee, in days from today.
    pub planned: Option<i64>,
    /// The trend of its indicator.
    pub trend: Trend,
}

/// The trend of an indicator over the months.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// No indicator.
    Nothing,
    /// Logistic growth.
    Rising,
    Seasonal,
    /// Growth up to a plateau.
    Level,
    /// Decline.
    Falling,
    /// Almost nothing, then a sudden rise.
    Sudden,
    /// A percentage with decimals.
    Share,
}

use Decision::{Accelerate, Consolidate, Construct, Continue, Pivot, Provisional, Stop, Transfer};
use Phase::{
    Acceleration, Consolidation, Construction, Investigation, InvestigationStopped, Operated, Stopped, Transferred,
};
use Trend::{Falling, Level, Nothing, Rising, Seasonal, Share, Sudden};

/// The startups, sorted by id.
pub const PROFILES: &[StartupProfile] = &[
    StartupProfile {
        id: "belle-lisiere",
        name: "Belle-Lisière",
        also: Some("Lisières propres"),
        mission: "Signaler une décharge sauvage et suivre son enlèvement",
        incubator: HOME,
        sponsor: "ventelune",
        phases: &[(Investigation, 640), (Construction, 520), (Acceleration, 330), (Consolidation, 110)],
        last: Some((112, Some(Consolidate))),
        planned: Some(41),
        trend: Level,
    },
    StartupProfile {
        id: "bon-fagot",
        name: "Bon Fagot",
        also: None,
        mission: "Se chauffer au bois sec et d’à côté, et moins fumer",
        incubator: HOME,
        sponsor: "haute-orle",
        phases: &[(Investigation, 640), (Construction, 540), (Acceleration, 260)],
        last: Some((38, Some(Continue))),
        planned: None,
        trend: Seasonal,
    },
    StartupProfile {
        id: "brise-lames",
        name: "Brise-Lames",
        also: Some("Alerte marée"),
        mission: "Prévenir les riverains avant la submersion, et non pendant",
        incubator: HOME,
        sponsor: "marees",
        phases: &[(Investigation, 1100), (Construction, 980), (Acceleration, 600), (Consolidation, 200)],
        last: Some((22, Some(Consolidate))),
        planned: None,
        trend: Sudden,
    },
    StartupProfile {
        id: "cabestan",
        name: "Cabestan",
        also: None,
        mission: "Faire réparer les petits bateaux plutôt que de les abandonner au port",
        incubator: HOME,
        sponsor: "port-clair",
        phases: &[(Investigation, 330), (Construction, 240)],
        last: Some((150, Some(Continue))),
        planned: Some(9),
        trend: Rising,
    },
    StartupProfile {
        id: "cle-des-champs",
        name: "Clé des champs",
        also: None,
        mission: "Trouver un bout de terre à cultiver près de chez soi",
        incubator: HOME,
        sponsor: "brumeval",
        phases: &[(Investigation, 96)],
        last: None,
        planned: Some(24),
        trend: Nothing,
    },
    StartupProfile {
        id: "colporteur",
        name: "Colporteur",
        also: Some("Le guichet qui marche"),
        mission: "Porter les démarches à ceux qui ne viennent plus au guichet",
        incubator: HOME,
        sponsor: "val-tisserand",
        phases: &[
            (Investigation, 1180),
            (Construction, 1090),
            (Acceleration, 700),
            (Consolidation, 380),
            (Operated, 150),
        ],
        // None was held in the last half-year of its convention.
        last: Some((362, Some(Transfer))),
        planned: None,
        trend: Level,
    },
    StartupProfile {
        id: "double-fond",
        name: "Double-Fond",
        also: None,
        mission: "Retrouver ce que gardent sans le savoir les réserves des musées de village",
        incubator: OTHER,
        sponsor: "bois-levant",
        phases: &[(Investigation, 290), (Construction, 180)],
        last: Some((95, Some(Continue))),
        planned: None,
        trend: Nothing,
    },
    StartupProfile {
        id: "ecluse-verte",
        name: "Écluse verte",
        also: None,
        mission: "Rouvrir les petits canaux aux barques et aux poissons",
        incubator: HOME,
        sponsor: "marees",
        phases: &[(Investigation, 560), (Construction, 440), (Acceleration, 190)],
        last: Some((16, None)),
        planned: None,
        trend: Seasonal,
    },
    StartupProfile {
        id: "fanal-du-soir",
        name: "Fanal du soir",
        also: None,
        mission: "Éclairer les rues quand on y marche, et les laisser au noir sinon",
        incubator: HOME,
        sponsor: "brumeval",
        phases: &[(Investigation, 270), (Construction, 172)],
        last: None,
        planned: Some(17),
        trend: Sudden,
    },
    StartupProfile {
        id: "grand-pas",
        name: "Grand Pas",
        also: None,
        mission: "Aller au collège à pied, ensemble et en sûreté",
        incubator: HOME,
        sponsor: "ventelune",
        phases: &[(Investigation, 330), (InvestigationStopped, 130)],
        last: Some((131, Some(Stop))),
        planned: None,
        trend: Nothing,
    },
    StartupProfile {
        id: "haie-vive",
        name: "Haie vive",
        also: Some("Mille haies"),
        mission: "Replanter les haies avec ceux qui savent encore les tenir",
        incubator: HOME,
        sponsor: "haute-orle",
        phases: &[
            (Investigation, 960),
            (Construction, 870),
            (Acceleration, 600),
            (Consolidation, 300),
            (Transferred, 55),
        ],
        last: Some((72, Some(Transfer))),
        planned: None,
        trend: Rising,
    },
    StartupProfile {
        id: "hirondelle",
        name: "Hirondelle",
        also: None,
        mission: "Partager les trajets du quotidien là où aucun bus ne passe",
        incubator: HOME,
        sponsor: "val-tisserand",
        phases: &[(Investigation, 470), (Construction, 330), (Acceleration, 120)],
        last: Some((124, Some(Accelerate))),
        planned: Some(18),
        trend: Rising,
    },
    StartupProfile {
        id: "lavoir-commun",
        name: "Lavoir commun",
        also: None,
        mission: "Une machine, un atelier et une table pour tout l’immeuble",
        incubator: OTHER,
        sponsor: "port-clair",
        phases: &[(Investigation, 380), (Construction, 285)],
        last: Some((95, Some(Continue))),
        planned: None,
        trend: Share,
    },
    StartupProfile {
        id: "marelle",
        name: "Marelle",
        also: Some("Une place pour jouer"),
        mission: "Trouver un accueil pour un enfant sans écrire à vingt structures",
        incubator: HOME,
        sponsor: "haute-orle",
        phases: &[(Investigation, 620), (Construction, 430), (Acceleration, 170)],
        last: Some((58, Some(Continue))),
        planned: None,
        trend: Level,
    },
    StartupProfile {
        id: "mille-couverts",
        name: "Mille couverts",
        also: None,
        mission: "Donner aux cantines les moyens de peser et de réduire ce qui se perd",
        incubator: HOME,
        sponsor: "val-tisserand",
        phases: &[(Investigation, 310), (Construction, 215)],
        last: Some((29, Some(Pivot))),
        planned: None,
        trend: Falling,
    },
    StartupProfile {
        id: "moulin-a-mots",
        name: "Moulin à mots",
        also: None,
        mission: "Faire relire les courriers de l’administration par ceux qui les reçoivent",
        incubator: HOME,
        sponsor: "bois-levant",
        phases: &[(Investigation, 61)],
        last: None,
        planned: None,
        trend: Nothing,
    },
    StartupProfile {
        id: "ombre-portee",
        name: "Ombre portée",
        also: None,
        mission: "Trouver de l’ombre et de l’eau les jours de canicule",
        incubator: HOME,
        sponsor: "port-clair",
        phases: &[(Investigation, 205), (Construction, 98)],
        last: Some((99, Some(Construct))),
        planned: Some(74),
        trend: Sudden,
    },
    StartupProfile {
        id: "papier-calque",
        name: "Papier calque",
        also: Some("Dossier unique"),
        mission: "Remplir une fois le dossier que dix bureaux demandent",
        incubator: HOME,
        sponsor: "sentiers",
        phases: &[(Investigation, 700), (Construction, 615), (Acceleration, 265)],
        last: Some((262, Some(Accelerate))),
        planned: None,
        trend: Falling,
    },
    StartupProfile {
        id: "passe-muraille",
        name: "Passe-muraille",
        also: None,
        mission: "Signaler un logement abîmé et suivre les travaux jusqu’à leur fin",
        incubator: HOME,
        sponsor: "brumeval",
        phases: &[
            (Investigation, 1420),
            (Construction, 1330),
            (Acceleration, 1000),
            (Consolidation, 640),
            (Operated, 410),
        ],
        last: Some((425, Some(Transfer))),
        planned: None,
        trend: Seasonal,
    },
    StartupProfile {
        id: "pied-a-terre",
        name: "Pied-à-terre",
        also: None,
        mission: "Loger les saisonniers là où l’on a besoin d’eux",
        incubator: OTHER,
        sponsor: "ventelune",
        phases: &[(Investigation, 345), (Construction, 250)],
        last: Some((34, Some(Provisional))),
        planned: Some(26),
        trend: Seasonal,
    },
    StartupProfile {
        id: "pierre-a-pierre",
        name: "Pierre à pierre",
        also: None,
        mission: "Réparer les murets et les fontaines avec ceux qui passent devant",
        incubator: HOME,
        sponsor: "bois-levant",
        phases: &[(Investigation, 760), (Construction, 640), (Acceleration, 280), (Stopped, 76)],
        last: Some((78, Some(Stop))),
        planned: None,
        trend: Falling,
    },
    StartupProfile {
        id: "quart-d-heure",
        name: "Quart d’heure",
        also: None,
        mission: "Un rendez-vous au service public, pris en un quart d’heure",
        incubator: HOME,
        sponsor: "val-tisserand",
        phases: &[
            (Investigation, 1300),
            (Construction, 1210),
            (Acceleration, 900),
            (Consolidation, 560),
            (Transferred, 320),
        ],
        last: Some((345, Some(Transfer))),
        planned: None,
        trend: Share,
    },
    StartupProfile {
        id: "ricochet",
        name: "Ricochet",
        also: None,
        mission: "Donner une deuxième vie aux fournitures des écoles",
        incubator: OTHER,
        sponsor: "port-clair",
        phases: &[(Investigation, 375), (Construction, 260)],
        last: Some((88, Some(Continue))),
        planned: None,
        trend: Sudden,
    },
    StartupProfile {
        id: "sablier",
        name: "Sablier",
        also: Some("Où en est mon dossier"),
        mission: "Savoir en une minute où en est sa demande",
        incubator: HOME,
        sponsor: "sentiers",
        phases: &[(Investigation, 1150), (Construction, 1060), (Acceleration, 660), (Consolidation, 240)],
        last: Some((198, Some(Consolidate))),
        planned: Some(20),
        trend: Rising,
    },
];
