//! Fictional names.

/// An organisation that signs conventions.
pub struct PartyName {
    pub id: &'static str,
    pub name: &'static str,
    pub kind: &'static str,
}

/// Fictional organisations.
pub const PARTIES: &[PartyName] = &[
    PartyName { id: "bois-levant", name: "Commune de Bois-Levant", kind: "commune" },
    PartyName { id: "brumeval", name: "Communauté d’agglomération de Brumeval", kind: "agglomeration" },
    PartyName { id: "direction-des-marees", name: "Direction des marées et des phares éteints", kind: "ministry" },
    PartyName { id: "haute-orle", name: "Département de la Haute-Orle", kind: "department" },
    PartyName { id: "office-des-sentiers", name: "Office des sentiers perdus", kind: "agency" },
    PartyName { id: "port-clair", name: "Métropole de Port-Clair-sur-Onde", kind: "metropolis" },
    PartyName { id: "val-tisserand", name: "Région du Val-Tisserand", kind: "region" },
    PartyName { id: "ventelune", name: "Communauté de communes de Ventelune", kind: "community" },
];

/// Nouns for startup names, sorted by id.
pub const NOUNS: &[&str] = &[
    "Abeille",
    "Acacia",
    "Ancre",
    "Balise",
    "Bastingage",
    "Boussole",
    "Caillou",
    "Chantier",
    "Clairière",
    "Colibri",
    "Dentelle",
    "Digue",
    "Écluse",
    "Écorce",
    "Estran",
    "Fanal",
    "Farandole",
    "Fougère",
    "Galet",
    "Girouette",
    "Guirlande",
    "Hirondelle",
    "Horizon",
    "Îlot",
    "Jardin",
    "Kiosque",
    "Lanterne",
    "Lavoir",
    "Lisière",
    "Marelle",
    "Moulin",
    "Navette",
    "Noisette",
    "Ombrelle",
    "Orée",
    "Papillon",
    "Passerelle",
    "Potager",
    "Quai",
    "Ricochet",
    "Ruche",
    "Sablier",
    "Sentier",
    "Source",
    "Tamis",
    "Tilleul",
    "Tournesol",
    "Vannerie",
    "Verger",
    "Zéphyr",
];

/// Missions of startups.
pub const MISSIONS: &[&str] = &[
    "Trouver en une minute le guichet qui répond, et savoir où en est sa demande",
    "Réparer plutôt que jeter : mettre en relation ateliers et habitants",
    "Partager les trajets du quotidien là où aucun bus ne passe",
    "Signaler un logement abîmé et suivre les travaux jusqu’à leur fin",
    "Donner aux cantines les moyens de peser et de réduire ce qui se perd",
    "Aider les associations à trouver une salle, un bénévole, un financement",
    "Prévenir les riverains avant la crue, et non pendant",
];

/// Obligations of conventions: whether the partner owes it (else the home party), and the text.
pub const UNDERTAKINGS: &[(bool, &str)] = &[
    (true, "Mettre à disposition un local et les accès nécessaires à l’équipe"),
    (true, "Désigner un interlocuteur qui décide et qui répond sous cinq jours"),
    (false, "Tenir à jour la feuille de route publique du produit"),
    (false, "Inviter la collectivité à chaque démonstration"),
    (true, "Fournir les jeux de données promis, avec leur description"),
    (false, "Rendre compte de la consommation des crédits"),
    (true, "Relayer le produit auprès des services et des communes"),
    (false, "Faire vérifier l’accessibilité et publier la déclaration"),
    (false, "Faire relire les mentions sur les données personnelles"),
    (true, "Réunir des usagers pour les entretiens et les essais"),
    (false, "Remettre une note de passation à la fin du développement"),
    (true, "Prendre en charge l’hébergement à partir de la mise en production"),
];

/// Converts a name to an id: lower case, without accents.
pub fn id(name: &str) -> String {
    name.chars()
        .map(|c| match c {
            'É' | 'È' | 'é' | 'è' | 'ê' => 'e',
            'Î' | 'î' => 'i',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}
