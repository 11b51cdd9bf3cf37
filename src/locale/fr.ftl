## Formats

weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
date-long = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
span-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
span-weeks = { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
}
span-months = { $count } mois
span-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
list-and = { $most } et { $last }

## What was typed

date-error-empty = Une date est attendue : 4/3, 04/03/2021, +7, hier…
date-error-not-a-date = Ce n’est pas une date : écrivez 4/3, 04/03/2021, 4 mars, +7, hier, lundi…
date-error-no-such-day = Ce jour n’existe pas : le jour vient d’abord, puis le mois
date-error-no-such-month = Ce mois n’existe pas : l’année vient d’abord, puis le mois, puis le jour
date-error-beyond-month = Ce jour n’existe pas : { $month } a { $days } jours
date-error-no-leap-day = { $year } n’a pas de 29 février
date-error-far-year = Une année entre { $first } et { $last } est attendue
date-error-other-weekday = Cette date ne tombe pas ce jour de la semaine
money-error-empty = Un montant est attendu : 17500 ou 17 500,50
money-error-not-an-amount = Ce n’est pas un montant : écrivez 17500, 17 500,50 ou 17,5k
money-error-ambiguous = Deux lectures possibles : écrivez 17500 pour des milliers, 17,50 pour des centimes
money-error-too-precise = Deux décimales au plus
money-error-too-large = Un montant aussi grand est sans doute une faute de frappe
number-error-empty = Un nombre est attendu : 130 ou 2,5
number-error-not-a-number = Ce n’est pas un nombre : écrivez 130, 1 250 ou 2,5
number-error-ambiguous = Deux lectures possibles : écrivez 1250 pour des milliers, 1,2500 pour des décimales
span-error-empty = Une durée est attendue : 6 mois, 2 ans
span-error-not-a-span = Ce n’est pas une durée : écrivez 6 mois, 2 ans, 10 jours
value-error-empty = Rien n’est écrit
value-error-date = Ce n’est pas une date : écrivez 4/3/2021 ou 2021-03-04
value-error-whole = Un nombre entier à partir de { $least } est attendu
value-error-whole-between = Un nombre entier de { $least } à { $most } est attendu
value-error-yes-no = true ou false est attendu
value-error-word = L’un de ces mots est attendu : { $known }
value-error-id = Un identifiant a des minuscules, des chiffres et des traits d’union
value-error-span = Une durée est attendue : 6 months
value-error-moment = Une date, signature, end ou end + 3 months est attendu
value-error-start = Une date, signature ou last est attendu

## Words: records

record-kind-portfolio = portefeuille
record-kind-party = partie
record-kind-startup = startup
record-kind-convention = convention

kind-partnership = convention de partenariat
kind-framework = convention-cadre
kind-amendment = avenant

phase-investigation = investigation
phase-construction = construction
phase-acceleration = accélération
phase-consolidation = consolidation
phase-operated = opérée
phase-transferred = transférée
phase-stopped = arrêtée
phase-short-investigation-stopped = inv. arrêtée
phase-investigation-stopped = arrêtée en investigation

decision-continue = continuer
decision-provisional = prolonger sous réserve
decision-accelerate = accélérer
decision-consolidate = consolider
decision-transfer = transférer
decision-stop = arrêter

committee-state-planned = prévu
committee-state-held = tenu
committee-state-cancelled = annulé

matter-management-report = compte rendu de gestion
matter-statement-of-expenditure = état récapitulatif des dépenses acceptées
matter-refund = restitution
matter-source-code = code source
matter-statistics-page = page de statistiques
matter-publication = publication

paper-call-for-funds = appel de fonds
paper-statement-of-expenditure = état récapitulatif des dépenses acceptées

share-full-time = à temps plein
share-part-time = à temps partiel

## Words: the fields of records

value-about = Matière
value-accountant = Comptable
value-address = Adresse
value-also = Autres noms
value-amends = Modifie
value-amount = Montant
value-article = Article
value-at = Publié à
value-bank = Code banque
value-between = Entre
value-bic = BIC
value-branch = Code guichet
value-by = Par
value-chair = Présidence
value-comment = Commentaire
value-committed = Engagée le (AE)
value-committee_before_runout_days = Jours entre comité et fin des fonds
value-committee_every = Un comité tous les
value-conditions = Conditions
value-contribution = Participation
value-covers = Couvre
value-creditor = Créancier
value-currency = Devise
value-debtor = Débiteur
value-decided = Décidée le
value-decision = Décision
value-detail = Détail
value-domiciliation = Domiciliation
value-done = Faite le
value-due = Échéance
value-due_soon_days = Jours avant une échéance proche
value-efficient = Efficient
value-ending_days = Jours avant une fin proche
value-envelope = Enveloppe
value-every = Tous les
value-evidence = Justificatif
value-format = Format
value-former_incubators = Anciens incubateurs
value-from = À partir de
value-fund = Fonds
value-guests = Invités
value-holder = Titulaire
value-home = Partie d’attache
value-iban = IBAN
value-id = Nom ici
value-impactful = Impactant
value-incubator = Incubateur
value-key = Clé
value-kind = Nature
value-lasts = Durée
value-mission = Mission
value-months = Mois
value-name = Nom
value-needs = Pièces requises
value-number = Numéro de compte
value-on = Le
value-organiser = Organisateur
value-owner = Qui
value-paid = Payée le (CP)
value-papers_days = Jours d’avance des documents
value-parties = Parties
value-party = Partie
value-payment_days = Jours pour payer
value-phase = Phase
value-programme = Programme
value-promotion = Promotion
value-reason = Motif
value-reference = Référence
value-repeals = Supprime
value-repository = Code source
value-share = Quotité
value-signed = Signée le
value-siren = SIREN
value-site = Site
value-source = Source
value-spent = Dépenses atteintes
value-sponsors = Sponsors
value-standing = Permanente
value-startup = Startup
value-startups = Startups
value-state = État
value-statistics = Page de statistiques
value-text = Texte
value-title = Titre
value-to = Versée à
value-tranche = Tranche
value-unit = Unité
value-until = Jusqu’au
value-usable = Utilisable
value-used = Utilisé
value-useful = Utile
value-value = Valeur
value-what = Quoi
value-when = Quand
value-with = Avec

## Words: answers

kind-standing = permanente
kind-once = ponctuelle
kind-recurring = périodique

occurrence-late = en retard
occurrence-due-soon = bientôt due
occurrence-open = à venir
occurrence-undetermined = indéterminée
occurrence-standing = permanente
occurrence-done = faite

tranche-undetermined = indéterminée
tranche-waiting = en attente
tranche-due = due
tranche-called = appelée
tranche-part-paid = versée en partie
tranche-short-part-paid = en partie
tranche-paid = versée
tranche-late = en retard

convention-status-unsigned = non signée
convention-status-in-force = en vigueur
convention-status-no-term = sans date de fin
convention-status-ending = prend fin bientôt
convention-status-ended = échue
convention-status-terminated = résiliée

clock-late = en retard
clock-due-soon = bientôt dû
clock-ok = à jour
clock-undetermined = indéterminé
clock-none = aucun

figure-committed = promis
figure-due = dû
figure-undetermined = sans date
figure-called = appelé
figure-received = reçu
figure-outstanding = reste à recevoir
figure-late = en retard
figure-ae = AE
figure-cp = CP
figure-left = non dépensé
figure-refundable = à restituer

unknown-signature = date de signature inconnue
unknown-term = pas de date de fin
unknown-spending = dépend des dépenses
unknown-no-day = aucune date fixée
unknown-no-startup = aucune startup désignée
unknown-unreadable = une fiche est illisible

severity-info = information
severity-warning = avertissement
severity-error = erreur

## Findings (rules/check)

finding-account-check-digits-iban = la clé de contrôle de l’IBAN { $iban } est fausse
finding-account-check-digits-iban-help = demandez un relevé d’identité bancaire au titulaire ; d’ici là, la fiche garde ce qui est imprimé
finding-account-check-digits-iban-by-rib = la clé de contrôle de l’IBAN { $iban } est fausse
finding-account-check-digits-iban-by-rib-help = le RIB imprimé à côté est juste et donne { $implied } : faites-le confirmer par le titulaire
finding-account-check-digits-iban-by-rib-whole = la clé de contrôle de l’IBAN { $iban } est fausse, et il manque un chiffre au code banque du RIB ({ $bank })
finding-account-check-digits-iban-by-rib-whole-help = avec le code banque { $whole }, la clé { $key } du RIB est juste et l’IBAN serait { $implied } : faites-le confirmer par le titulaire
finding-account-check-digits-not-the-rib = l’IBAN { $iban } et le RIB imprimés ensemble ne désignent pas le même compte
finding-account-check-digits-not-the-rib-help = le RIB donne { $implied } : demandez au titulaire lequel est le bon
finding-account-check-digits-rib-bank = il manque un chiffre au code banque { $bank }
finding-account-check-digits-rib-bank-help = avec { $whole }, la clé { $key } est juste : faites-le confirmer par le titulaire
finding-account-check-digits-rib-key = la clé RIB { $key } est fausse pour ce compte
finding-account-check-digits-rib-key-help = le reste du RIB demande { $expected } : un chiffre a pu être mal recopié, ici ou dans le document
finding-account-check-digits-rib-part = dans ce RIB, { $part ->
    [bank] le code banque
    [branch] le code guichet
    [number] le numéro de compte
   *[key] la clé
} « { $written } » ne compte pas { $length } caractères
finding-account-check-digits-rib-part-help = comparez avec le document ; les zéros de tête comptent
finding-account-differs = ce compte n’est pas de ceux que l’on connaît à { $name }
finding-account-differs-help = comparez avec le document et avec parties/{ $party }.toml ; si le compte est juste, ajoutez-le à la partie
finding-bad-file-name = le nom de fichier « { $name } » n’est pas un identifiant
finding-bad-file-name-help = renommez-le avec des minuscules sans accent, des chiffres et des tirets : au-compost-mitoyen.toml
finding-co-funder-not-sponsor = { $party } finance { $startup } mais n’est pas parmi ses sponsors
finding-co-funder-not-sponsor-help = la convention { $convention } porte sa participation : ajoutez { $id } aux sponsors, ici et dans la fiche publique
finding-committee-late = { $startup } : comité en retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
finding-committee-late-help = il était attendu le { $due }, et aucun n’est prévu : fixez une date, ou notez celui qui s’est tenu
finding-committee-late-planned = { $startup } : comité en retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
finding-committee-late-planned-help = il était attendu le { $due } et est prévu le { $planned }
finding-committee-without-decision = { $startup } : le comité du { $on } n’a pas de décision
finding-committee-without-decision-help = notez ce qui a été décidé (decision = "continue", "provisional", "stop"…), ou reconvoquez-le
finding-conflicting-keys = { $keys } : une seule de ces clés peut figurer ici
finding-conflicting-keys-help = gardez celle que dit le document et retirez les autres
finding-dates-out-of-order-decided = signée le { $later }, avant d’avoir été décidée le { $earlier }
finding-dates-out-of-order-decided-help = vérifiez « decided » et « signed » dans le document
finding-dates-out-of-order-amendment = avenant signé le { $later }, avant la convention qu’il modifie ({ $earlier })
finding-dates-out-of-order-amendment-help = vérifiez la date de signature des deux
finding-dates-out-of-order-term = la convention finit le { $later }, avant sa signature le { $earlier }
finding-dates-out-of-order-term-help = vérifiez « term.until » et « signed » dans le document
finding-dates-out-of-order-terminated = résiliée le { $later }, avant sa signature le { $earlier }
finding-dates-out-of-order-terminated-help = vérifiez « terminated.on » et « signed »
finding-dates-out-of-order-fulfilled = remplie le { $later }, avant la signature de la convention le { $earlier }
finding-dates-out-of-order-fulfilled-help = vérifiez la date, ou celle de la signature
finding-dates-out-of-order-service = service fait le { $later }, avant l’engagement du { $earlier }
finding-dates-out-of-order-service-help = vérifiez « done » et « committed » de cette dépense
finding-dates-out-of-order-paid = payé le { $later }, avant l’engagement du { $earlier }
finding-dates-out-of-order-paid-help = vérifiez « paid » et « committed » de cette dépense
finding-dates-out-of-order-until = le comité du { $earlier } finance jusqu’au { $later }, un jour déjà passé
finding-dates-out-of-order-until-help = vérifiez « until » dans son compte rendu
finding-duplicate-id = plusieurs fichiers portent le même identifiant : { $files }
finding-duplicate-id-help = renommez ou fusionnez : un identifiant, un fichier
finding-duplicate-id-entry = « { $id } » sert deux fois d’identifiant dans cette liste
finding-duplicate-id-entry-help = donnez à chacune le sien : versements et justificatifs ne sauraient pas de laquelle ils parlent
finding-fact-in-the-future = { $what ->
    [signed] signature
    [held] comité tenu
    [fulfilled] obligation remplie
    [called] appel de fonds
    [refunded] restitution
    [done] noté comme fait
   *[paid] versé
} le { $on }, un jour qui est à venir
finding-fact-in-the-future-help = corrigez le jour (souvent le mois ou l’année) ; ce qui est prévu et pas encore fait ne se note pas ainsi
finding-float-amount = { $written } est un nombre à virgule flottante, qui ne tient pas les centimes exactement
finding-float-amount-help = écrivez un entier (17500) ou un décimal entre guillemets ("17500.50")
finding-format-too-new = fiche au format { $found } ; ce programme lit jusqu’au format { $known }
finding-format-too-new-help = mettez couveuse à jour : ce que cette version ne connaît pas n’est pas compté
finding-management-report-late = { $of } : compte rendu de gestion en retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
finding-management-report-late-help = { $obligation } était attendu le { $due } : envoyez-le, puis couveuse done { $convention }/{ $obligation } --evidence …
finding-missing-key = il manque « { $key } »
finding-missing-key-help = ajoutez { $key } = … ; couveuse schema dit quelles clés il faut
finding-money-before-signature-call = appel de fonds du { $on }, avant la signature de la convention le { $signed }
finding-money-before-signature-call-help = vérifiez « on » de cet appel et « signed » de la convention ; si l’argent a été demandé d’avance, l’échéance reste celle de la convention
finding-money-before-signature-payment = versement du { $on }, avant la signature de la convention le { $signed }
finding-money-before-signature-payment-help = vérifiez « on » de ce versement et « signed » de la convention ; peut-être relève-t-il d’une convention antérieure
finding-obligation-without-article = l’obligation { $obligation } ne dit pas de quel article elle vient
finding-obligation-without-article-help = ajoutez article = "…", pour que chacun la retrouve dans le document
finding-payment-without-contribution = la convention n’a pas de participation « { $contribution } »
finding-payment-without-contribution-help = { $count ->
    [0] elle n’a aucune participation
   *[other] elle a : { $known }
}
finding-payment-without-contribution-near = la convention n’a pas de participation « { $contribution } »
finding-payment-without-contribution-near-help = vouliez-vous dire « { $nearest } » ?
finding-payment-without-contribution-tranche = la participation { $contribution } n’a pas de tranche { $number }
finding-payment-without-contribution-tranche-help = { $count ->
    [one] elle n’en a qu’une : 1
   *[other] elles vont de 1 à { $count }
}
finding-phases-order = cette phase commence le { $from }, avant la précédente ({ $before })
finding-phases-order-help = vérifiez la date, ou mettez les phases dans l’ordre
finding-phases-order-future = cette phase commence le { $from }, qui est à venir
finding-phases-order-future-help = d’ici là, la phase précédente compte ; corrigez l’année si c’est une faute de frappe
finding-received-more-than-promised = participation { $contribution } : { $received } reçus pour { $promised } promis
finding-received-more-than-promised-help = { $over } de trop : un versement noté deux fois, ou qui relève d’une autre participation ; retirez-le, ou rendez-le et notez-le sous [[refunds]]
finding-signature-missing = { $of } : pas de date de signature ; { $count ->
    [0] une durée en dépend
    [one] une échéance en dépend
   *[other] { $count } échéances en dépendent
}
finding-signature-missing-help = { $things ->
    [one] en dépend
   *[other] en dépendent
} : { $blocks } ; quand l’exemplaire daté est retrouvé : couveuse sign { $convention } --on DATE
finding-signature-missing-alone = { $of } : pas de date de signature
finding-signature-missing-alone-help = quand l’exemplaire daté est retrouvé : couveuse sign { $convention } --on DATE
finding-statistics-page-absent = { $startup } n’a pas de page de statistiques, pourtant promise
finding-statistics-page-absent-help = la convention { $convention } la prévoit{ $article ->
    [none] { "" }
   *[other] { "" } (article { $article })
} : publiez-la, puis écrivez statistics = "https://…"
finding-statistics-page-absent-unknown = rien ne dit que { $startup } ait une page de statistiques, pourtant promise
finding-statistics-page-absent-unknown-help = la convention { $convention } la prévoit{ $article ->
    [none] { "" }
   *[other] { "" } (article { $article })
} : écrivez statistics = "https://…", ou statistics = false
finding-stopped-with-money = { $startup } est arrêtée depuis le { $from } et { $amount } restent à restituer
finding-stopped-with-money-help = restituez, puis notez-le sous [[refunds]] de la convention ; couveuse show { $id } dit d’où vient la somme
finding-syntax = ce n’est pas du TOML : { $words }
finding-syntax-help = ce qui peut être lu autour de cette ligne est compté, et les chiffres peuvent être incomplets jusqu’à ce qu’elle soit corrigée
finding-term-missing = { $of } : aucune durée n’est fixée, et { $count ->
    [one] une échéance en dépend
   *[other] { $count } échéances en dépendent
}
finding-term-missing-help = { $count ->
    [one] en dépend
   *[other] en dépendent
} : { $blocks } ; si le document ou un avenant fixe une durée : term = {"{"} months = 12, article = "…" {"}"}
finding-tranches-sum = les tranches de { $contribution } font { $sum }, la participation { $amount }
finding-tranches-sum-help = comparez les deux avec le document ; s’il se contredit lui-même, notez-le en commentaire et prenez le total
finding-unknown-key = clé inconnue : « { $key } »
finding-unknown-key-help = ce qu’elle dit n’est pas lu ; couveuse schema dit quelles clés existent
finding-unknown-key-near = clé inconnue : « { $key } »
finding-unknown-key-near-help = vouliez-vous dire « { $nearest } » ?
finding-unknown-reference = { $kind ->
    [party] la partie
    [startup] la startup
   *[convention] la convention
} « { $id } » n’a pas de fiche
finding-unknown-reference-help = créez { $file }, ou corrigez l’identifiant
finding-unknown-reference-near = { $kind ->
    [party] la partie
    [startup] la startup
   *[convention] la convention
} « { $id } » n’a pas de fiche
finding-unknown-reference-near-help = vouliez-vous dire « { $nearest } » ? sinon, créez { $file }
finding-unknown-reference-repeal = { $convention } n’a pas d’obligation « { $id } » à supprimer
finding-unknown-reference-repeal-help = « repeals » nomme des obligations de la convention modifiée, par leur identifiant
finding-unknown-value = « { $value } » n’est pas une valeur connue
finding-unknown-value-help = valeurs connues : { $allowed }
finding-unknown-value-near = « { $value } » n’est pas une valeur connue
finding-unknown-value-near-help = vouliez-vous dire « { $nearest } » ? valeurs connues : { $allowed }
finding-unreadable-file-not-utf8 = ce fichier n’est pas du texte en UTF-8
finding-unreadable-file-not-utf8-help = réenregistrez-le en UTF-8 ; rien n’en est lu d’ici là
finding-unreadable-file-too-large = ce fichier est trop gros pour une fiche : { $megabytes } Mo
finding-unreadable-file-too-large-help = une fiche fait quelques kilo-octets : déplacez-le hors du dossier
finding-unreadable-file-not-a-file = ceci n’est pas un fichier
finding-unreadable-file-not-a-file-help = une fiche est un simple fichier .toml : déplacez ou renommez ceci
finding-unreadable-file-link-out = ce lien mène hors du dossier et n’est pas suivi
finding-unreadable-file-link-out-help = mettez la fiche elle-même dans le dossier
finding-unreadable-file-link-nowhere = ce lien ne mène nulle part
finding-unreadable-file-link-nowhere-help = faites-le mener à un fichier du dossier, mettez ici la fiche elle-même, ou supprimez-le
finding-unreadable-file-empty = ce fichier est vide
finding-unreadable-file-empty-help = écrivez-y la fiche, ou supprimez-le
finding-unreadable-file-too-deep = listes ou tables imbriquées à l’excès
finding-unreadable-file-too-deep-help = une fiche n’a que quelques niveaux : cherchez ce qui s’est répété
finding-unreadable-file-refused = ce fichier ne peut pas être lu : { $words }
finding-unreadable-file-refused-help = vérifiez vos droits sur ce fichier et sur son dossier
finding-unsigned-amendment = { $of } : avenant sans date de signature, qui ne change donc encore rien
finding-unsigned-amendment-help = quand il est signé par tous, écrivez signed = AAAA-MM-JJ
finding-wrong-type = « { $found } » n’est pas { $expected ->
    [amount] un montant (17500 ou "17500.50")
    [count] un nombre entier
    [date] une date sans guillemets (2021-03-04)
    [decimal] un nombre
    [format] un numéro de format
    [id] un identifiant (minuscules, chiffres, tirets)
    [list] une liste
    [moment] un moment ("signature + 6 months", "end" ou une date)
    [number] un nombre entier positif
    [score] une note de 0 à 4
    [span] une durée ("6 months")
    [start] un point de départ ("signature", "last" ou une date)
    [statistics] true, false ou une adresse
    [table] une table
    [text] un texte entre guillemets
    [trigger] un déclencheur ("signature", une date, ou un seuil de dépense)
    [word] un mot entre guillemets
    [yes-no] true ou false
   *[other] { $expected }
}
finding-wrong-type-help = réécrivez la valeur sous cette forme ; couveuse schema donne celle de chaque clé

check-account-check-digits-page =
    La clé d’un compte bancaire est fausse : l’IBAN (ISO 13616) ou la clé RIB, telle qu’imprimée dans le document.
    Aucune banque n’accepterait un virement vers ce compte ; une restitution se perdrait en allers-retours.
    Quand un RIB et un IBAN sont imprimés côte à côte et que l’un tient, le constat dit ce qu’il donne pour l’autre.

    Remède : demandez un relevé d’identité bancaire au titulaire. La fiche garde ce qui est imprimé : elle est corrigée quand le
    document l’est, par un avenant ou une convention rééditée.

    Exemple : l’IBAN qui suit a un 0 où le numéro de compte a un C.

    {"    ["}accounts.refund]
        number = "C6410000000"
        iban   = "FR57 3000 1006 2206 4100 0000 087"
check-account-differs-page =
    La convention imprime pour une partie un compte qui n’est aucun de ceux de sa fiche.
    C’est une faute de copie, un compte changé depuis, ou une fraude : cela se vérifie avant de payer.

    Remède : comparez avec le document, puis avec la partie elle-même par un autre canal. Si le compte est juste, ajoutez-le sous
    {"["}[accounts]] dans la fiche de la partie.

    Exemple :

        # conventions/comobi-ademe-anct.toml
    {"    ["}accounts.payment]
        party  = "anct"
        number = "00001020149"      # parties/anct.toml dit 00001020148
check-bad-file-name-page =
    Une fiche a pour identifiant le nom de son fichier, et les autres la citent par lui. Celui-ci ne peut pas en être un.
    La fiche n’est donc pas lue : ni son argent ni ses obligations ne sont comptés.

    Remède : renommez le fichier avec des minuscules sans accent, des chiffres et des tirets, en commençant par une lettre ou un chiffre.

    Exemple :

        git mv "startups/Au compost mitoyen.toml" startups/au-compost-mitoyen.toml
check-co-funder-not-sponsor-page =
    Une partie apporte de l’argent à la startup par une convention, mais la fiche ne la nomme ni parmi ses sponsors ni comme
    incubateur présent ou passé. La fiche publique tait alors un financeur, qui n’est pas convié là où l’on parle de son argent.

    Remède : ajoutez la partie aux sponsors, ici et dans la fiche publique ; ou corrigez la participation si elle est d’une autre.

    Exemple :

        sponsors = ["dinum", "pau"]
check-committee-late-page =
    Le prochain comité d’investissement de la startup était attendu avant ce jour et aucun ne s’est tenu depuis.
    L’échéance vient de la convention (tous les six mois, souvent à compter de la signature), sinon de l’habitude de l’incubateur
    (committee_every dans portfolio.toml), ou de la fin de l’argent si elle vient plus tôt. Une échéance passée ne glisse pas.

    Remède : fixez une date, ou notez le comité qui s’est tenu. Une seule réunion vaut pour toutes les conventions de la startup.

    Exemple :

        couveuse hold histologe --on 2021-03-04 --decision continue
check-committee-without-decision-page =
    Un comité s’est tenu et rien ne dit ce qu’il a décidé. C’est le premier échec que nomme le guide du réseau : l’équipe ne sait
    pas si elle continue, ni avec quel budget, et les commandes attendent.

    Remède : notez la décision, ou reconvoquez le comité. Une décision provisoire d’un mois ou deux en est une.

    Exemple :

    {"    ["}[committees]]
        on       = 2021-03-04
        state    = "held"
        decision = "provisional"
        until    = 2021-05-04
check-conflicting-keys-page =
    Des clés d’une même table s’excluent : une obligation est permanente, due une fois ou périodique ; une durée est un nombre de
    mois, un jour ou des mots. Ce qui se contredit compte comme inconnu, et tout le reste de la fiche compte.

    Remède : gardez la clé que le document justifie.

    Exemple :

        term = {"{"} months = 12, article = "7.1" {"}"}
check-dates-out-of-order-page =
    Deux dates d’une fiche sont dans un ordre impossible : décidée après sa signature, finie ou résiliée avant, obligation remplie
    avant que la convention existe, dépense payée avant d’être engagée, comité qui finance jusqu’à un jour passé.
    L’une des deux est fausse, et avec elle les échéances et les sommes qui en viennent.

    Remède : comparez les deux avec leurs documents. Le plus souvent c’est l’année, en janvier.

    Exemple :

        decided = 2020-09-11
        signed  = 2020-01-08        # sans doute 2021
check-duplicate-id-page =
    Deux fichiers d’une même sorte portent le même nom (dans des dossiers différents), ou deux entrées d’une liste le même id.
    Un versement, un justificatif ou une autre fiche qui le cite ne peut pas dire lequel ; un seul des deux est compté.

    Remède : fusionnez-les si c’est la même chose, renommez l’un des deux sinon.

    Exemple :

    {"    ["}[contributions]]
        id = "pau"
    {"    ["}[contributions]]
        id = "pau"                  # "pau-2021"
check-fact-in-the-future-page =
    Une signature, un comité tenu, une obligation remplie ou de l’argent versé porte un jour qui n’est pas encore venu. Personne n’a
    encore fait cela : le jour est faux, ou le fait n’est que prévu. Jusque-là il ne compte pas, et personne ne le voit.

    Remède : corrigez le jour. Un comité à venir se note state = "planned" ; pour le reste, attendez que ce soit fait.

    Exemple :

    {"    ["}[committees]]
        on    = 2021-03-04
        state = "planned"           # et non "held" avant ce jour
check-float-amount-page =
    Un montant est écrit avec un point et sans guillemets. Un ordinateur ne tient un tel nombre qu’à peu près : 0.10 + 0.20 n’y
    font pas 0.30. Aucun montant n’est lu ainsi.

    Remède : un entier d’euros, ou un décimal entre guillemets.

    Exemple :

        amount = 17500
        amount = "17500.50"
check-format-too-new-page =
    La fiche dit format = N, et ce programme ne connaît pas encore ce format. Il pourrait prendre une chose pour une autre.

    Remède : mettez couveuse à jour. S’il n’existe pas de version plus récente, c’est une faute de frappe : retirez la ligne.

    Exemple :

        format = 1
check-management-report-late-page =
    Une partie devait un compte rendu de gestion (dépenses en AE et en CP) au terme de la convention, et rien n’en montre l’envoi.
    Sans lui, personne ne peut dire ce qui reste à restituer.

    Remède : envoyez-le, puis notez le jour et ce qui le montre.

    Exemple :

        couveuse done poubelles-battle-pau-dinum/management-report --on 2021-06-15 --evidence "courriel du 15 juin"
check-missing-key-page =
    Une fiche, ou une entrée d’une de ses listes, n’a pas une clé dont elle ne peut pas se passer. Elle n’est pas comptée sans elle ;
    les autres entrées le sont.

    Remède : ajoutez la clé. couveuse schema convention dit lesquelles il faut, et votre éditeur les complète.

    Exemple :

    {"    ["}[payments]]
        on           = 2021-03-04
        amount       = 17500
        contribution = "pau"
check-money-before-signature-page =
    De l’argent a été versé ou appelé avant le jour de la signature de la convention : rien ne l’engageait encore. C’est une faute de
    date, un versement d’une convention antérieure, ou une avance qu’il vaut mieux savoir expliquer à un comptable.

    Remède : comparez le jour avec le relevé, et celui de la signature avec l’exemplaire. Si les deux sont justes, dites-le dans
    « reference » ; le constat reste, comme un fait à connaître.

    Exemple :

        signed = 2020-02-20
    {"    ["}[payments]]
        on = 2019-12-31             # sans doute 2020
check-obligation-without-article-page =
    Une obligation ne dit pas quel article du document la fonde. Rien n’est faux, mais celui à qui on la rappelle demandera où
    c’est écrit.

    Remède : ajoutez l’article. Si c’est une annexe ou le préambule, nommez-les.

    Exemple :

    {"    ["}[obligations]]
        id      = "statistics-page"
        article = "2"
check-payment-without-contribution-page =
    Un versement, un appel de fonds, une restitution ou une dépense nomme une participation, ou une tranche, que la convention n’a
    pas. Cet argent n’est compté nulle part.

    Remède : nommez l’id d’une de ses participations ; les tranches se comptent à partir de 1, dans l’ordre du document.

    Exemple :

    {"    ["}[contributions]]
        id = "pau"
    {"    ["}[payments]]
        contribution = "pau"
        tranche      = 1
check-phases-order-page =
    Les phases d’une startup s’ajoutent l’une après l’autre. Celle-ci commence avant la précédente, ou dans l’avenir.
    La phase d’un jour est la dernière commencée ce jour-là : une date fausse montre la startup où elle n’est pas.

    Remède : corrigez la date ou l’ordre. Une phase décidée mais pas commencée est permise ; elle comptera le jour venu.

    Exemple :

    {"    ["}[phases]]
        phase = "construction"
        from  = 2020-02-01
    {"    ["}[phases]]
        phase = "acceleration"
        from  = 2020-07-01
check-received-more-than-promised-page =
    Pour une participation il a été reçu plus que la convention ne promet. Le plus souvent un versement est noté deux fois, ou il
    relève d’une autre participation, et « reçu » est faux partout où il est additionné.

    Remède : comparez les versements avec le relevé. Ce qui est vraiment venu en trop se rend, et se note sous {"[["}refunds]].

    Exemple :

    {"    ["}[payments]]                  # deux fois le même virement : retirez-en un
        on           = 2021-03-04
        amount       = 17500
        contribution = "pau"
check-signature-missing-page =
    L’exemplaire de la convention ne porte pas de date de signature. Elle n’est jamais devinée : tout ce qui court à partir d’elle
    (versements, comité, obligations, durée) reste indéterminé, et le constat le nomme.

    Remède : retrouvez l’exemplaire daté. La date qui compte est celle de la dernière signature, et non celle de la délibération
    qui autorise à signer (decided).

    Exemple :

        couveuse sign histologe-pau-anct --on 2020-10-02
check-statistics-page-absent-page =
    Une convention promet une page publique de statistiques, et la fiche de la startup dit qu’il n’y en a pas, ou n’en dit rien.
    C’est par elle que financeurs et public voient à quoi sert l’argent. Une startup arrêtée n’a plus à en avoir.

    Remède : publiez la page et notez son adresse. Si elle existe sans adresse à donner, statistics = true suffit.

    Exemple :

        statistics = "https://signal-logement.beta.gouv.fr/stats"
check-stopped-with-money-page =
    La startup est arrêtée, et de l’argent reçu n’a été ni dépensé ni rendu. Les conventions prévoient qu’il soit restitué.
    La somme est : reçu, moins dépenses payées (CP), moins restitutions.

    Remède : notez les dépenses qui manquent, rendez le reste, et notez la restitution.

    Exemple :

    {"    ["}[refunds]]
        on           = 2021-12-15
        amount       = 4200
        contribution = "pau"
check-syntax-page =
    Le fichier n’est pas du TOML à partir de cet endroit : un guillemet non fermé, une clé en double, un signe = oublié, une marque de
    conflit de git. Ce qui peut être lu autour est compté, mais les chiffres peuvent être
    incomplets : la fiche est marquée, et chaque réponse le dit.

    Remède : corrigez la ligne montrée ; la faute est parfois au bout de celle d’avant. E l’ouvre dans votre éditeur.

    Exemple :

        name = "Histologe           # il manque le guillemet fermant
check-term-missing-page =
    La convention ne fixe pas de durée, et pourtant quelque chose est dû à son terme : un compte rendu de gestion, une restitution.
    Ces échéances restent indéterminées : personne ne peut dire qu’elles sont en retard.

    Remède : cherchez la durée dans le document (souvent l’article 7) ou fixez-la par un avenant. Une durée décrite sans jour se
    note aussi : term = {"{"} covers = "…" {"}"}.

    Exemple :

        term = {"{"} months = 12, article = "7.1" {"}"}
check-tranches-sum-page =
    Les tranches d’une participation ne font pas son montant. Ce qui est promis et ce qui viendra à échéance se contredisent.

    Remède : comparez avec l’échéancier du document. Une participation en une fois n’a qu’une tranche, de tout le montant.

    Exemple :

    {"    ["}[contributions]]
        amount = 1600000
    {"    ["}[contributions.tranches]]
        amount = 800000
    {"    ["}[contributions.tranches]]
        amount = 800000
check-unknown-key-page =
    Une clé n’est pas de celles que le format connaît : le plus souvent une faute de frappe. Ce qu’elle dit n’est pas lu, et un
    versement peut manquer sans que rien ne le montre.

    Remède : prenez la clé proposée. Ce qui n’a pas de clé va dans une note, ou dans un commentaire (# …).

    Exemple :

        signd = 2020-10-02          # signed
check-unknown-reference-page =
    Une fiche cite une partie, une startup ou une convention qui n’a pas de fiche à elle ; ou un avenant supprime une obligation qui
    n’est pas là. Ce qui est cité ainsi manque aux sommes et aux listes.

    Remède : corrigez l’identifiant, ou créez la fiche : un nom suffit.

    Exemple :

        # parties/dgaln.toml
        name = "Direction générale de l’aménagement, du logement et de la nature"
check-unknown-value-page =
    Une clé qui n’admet que quelques mots en porte un autre. Les mots des fiches sont en anglais, quelle que soit la langue de l’écran.

    Remède : prenez l’un de ceux que le constat énumère.

    Exemple :

        phase = "construction"      # et non "chantier"
check-unreadable-file-page =
    Rien ne peut être lu de ce fichier : il n’est pas du texte en UTF-8, il est vide, bien trop gros, ce n’est pas un fichier, ou un lien
    qui mène hors du dossier ou nulle part. Il est listé et marqué ; toutes les autres fiches fonctionnent.

    Remède : réenregistrez-le en UTF-8, remplacez le lien par la fiche, ou sortez du dossier ce qui n’est pas une fiche.

    Exemple :

        iconv -f latin1 -t utf-8 ancien.toml > startups/histologe.toml
check-unsigned-amendment-page =
    Un avenant n’a d’effet que daté et signé : les conventions le disent toutes. Sans date de signature, celui-ci ne change rien aux
    sommes ni aux échéances de la convention qu’il modifie.

    Remède : faites-le signer, puis notez le jour de la dernière signature.

    Exemple :

        kind   = "amendment"
        amends = "comobi-ademe-anct"
        signed = 2021-01-15
check-wrong-type-page =
    Une valeur n’a pas le type ou la forme que sa clé attend. L’entrée où elle se trouve n’est pas comptée ; les autres le sont.

    Remède : les dates s’écrivent sans guillemets (2021-03-04), les montants en entier ou entre guillemets, les durées en anglais
    ("6 months").

    Exemple :

        signed = 2020-10-02         # et non "2 octobre 2020"

## Verbs (edit)


## Repository (store)


## Papers and tables (report)

check-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
check-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
check-infos = { $count ->
    [one] { $count } information
   *[other] { $count } informations
}
check-nothing = Aucun constat.
check-help = aide
what-committee = Tenir le comité d’investissement : { $startup }
what-committee-of-each = Tenir le comité de chaque équipe
what-payment = Verser { $amount } (participation { $contribution }, tranche { $tranche })
what-payment-done = Verser la participation { $contribution }, tranche { $tranche }
amendment-title = Avenant n° { $number } à la convention « { $title } »
report-column-startup = startup
report-column-phase = phase
report-column-obligations-late = en retard
report-column-obligations-undetermined = indéterminées
report-column-payments-late = versements en retard
report-column-committee = comité
report-column-convention = convention
report-column-state = état
report-column-due = échéance
report-column-days-late = retard
report-column-debtor = débiteur
report-column-creditor = créancier
report-column-what = quoi
report-column-obligation = obligation
report-column-article = article
report-column-framework = convention-cadre
report-column-contributor = financeur
report-column-last-held = dernier tenu
report-column-planned = prévu
report-column-runs-out = argent jusqu’au
report-column-id = identifiant
report-column-also = aussi
report-column-mission = mission
report-column-incubator = incubateur
report-column-former-incubators = incubateurs passés
report-column-sponsors = sponsors
report-column-site = site
report-column-statistics = statistiques
report-column-repository = code source
report-column-from = depuis
report-column-comment = remarque
report-column-status = statut
report-column-signed = signée le
report-column-ends = finit le
report-column-parties = parties
report-column-on = date
report-column-decision = décision
report-column-envelope = enveloppe
report-column-until = jusqu’au
report-column-done = fait le
report-column-owner = par qui
report-column-value = valeur
report-column-unit = unité
report-column-indicator = indicateur
report-column-note = note
report-column-source = source
report-column-kind = nature
report-column-amends = modifie
report-column-amendments = avenants
report-column-startups = startups
report-column-reference = référence
report-column-decided = décidée le
report-column-term = durée
report-column-contribution = participation
report-column-tranche = tranche
report-column-amount = montant
report-column-paid = versé
report-column-spending = dépensé
report-column-papers = pièces manquantes
report-column-from-party = de
report-column-share = quotité
report-column-lasts = pendant
report-column-movement = mouvement
report-column-siren = SIREN
report-column-address = adresse
report-column-conventions = conventions
report-column-holder = titulaire
report-column-rib = RIB
report-column-iban = IBAN
report-column-bic = BIC
report-column-home = tenu par
report-column-frameworks = conventions-cadres
report-column-repeals = supprime
report-column-payment-days = un versement est en retard après
report-column-ending-days = une convention finit bientôt à moins de
report-column-due-soon-days = une échéance est proche à moins de
report-column-committee-every = un comité se tient tous les
report-column-committee-before-runout = il précède la fin de l’argent de
report-column-papers-days = son dossier le précède de
report-section-accounts = Comptes
report-section-actions = Actions
report-section-committee-clock = Prochain comité
report-section-committees = Comités
report-section-contributions = Participations
report-section-conventions = Conventions
report-section-findings = Constats
report-section-funding = Financement
report-section-habits = Habitudes
report-section-indicators = Indicateurs
report-section-movements = Mouvements
report-section-notes = Notes
report-section-obligations = Obligations
report-section-owed = Ce qui lui est dû
report-section-owes = Ce qu’elle doit
report-section-phases = Phases
report-section-resources = Moyens en nature
report-section-tranches = Tranches
movement-call = appel de fonds
movement-payment = versement
movement-spent = dépense payée
movement-done = service fait
movement-committed = dépense engagée
movement-refund = restitution
contribution-tranche = { $contribution }, tranche { $number }
report-as-of = Au { $date }.
report-unread = { $count ->
    [one] Une fiche n’a pas pu être lue en entier
   *[other] { $count } fiches n’ont pas pu être lues en entier
} : les chiffres sont incomplets – couveuse check
report-row-incomplete = incomplet
report-row-unreadable = illisible
report-ahead = (à venir)
report-cannot-be-read = Cette fiche ne peut pas être lue ; tout le reste fonctionne.
report-term-in-words = { $convention }, durée : { $words }
report-days = { $count } j
report-no-startups = Aucune startup.
report-nothing-due = Rien n’est dû.
report-no-commit = Aucun commit n’a touché ces fiches.
report-no-commit-until = Aucun commit n’avait encore touché ces fiches le { $until }.
report-no-commit-since = Aucun commit n’a touché ces fiches depuis le { $since }.
report-no-commit-between = Aucun commit n’a touché ces fiches du { $since } au { $until }.
report-no-commit-filtered = Le filtre ne laisse passer aucun commit.
report-column-commit = commit
report-column-date = date
report-column-time = heure
report-column-author = qui
report-column-verb = écriture
report-column-change = changement
report-column-records = fiches
report-no-committees = Aucun comité n’est attendu.
report-total = Total
report-yes = oui
report-no = non

## Filter (report)

filter-key-state = état
filter-key-due = échéance
filter-key-owes = doit
filter-key-to = envers à
filter-key-party = partie
filter-key-startup = startup
filter-key-convention = convention
filter-key-incubator = incubateur
filter-key-phase = phase
filter-key-committee = comité
filter-key-status = statut
filter-key-kind = nature
filter-key-verb = écriture verbe
filter-key-article = article
filter-key-amount = montant
filter-key-severity = gravité
filter-key-check = contrôle
filter-key-record = fiche
filter-key-author = auteur auteure
filter-key-on = le
filter-word-late = retard en-retard
filter-word-done = fait faite
filter-word-soon = bientôt
filter-word-unsigned = non-signée non-signé
filter-kind-committee = comité
filter-kind-payment = versement
filter-about-late = ce qui est en retard
filter-about-done = ce qui est fait ; -fait pour le reste
filter-about-soon = ce qui vient bientôt
filter-about-unsigned = dont la convention n’est pas signée
filter-about-state = où cela en est : en-retard, faite…
filter-about-due = pour quand : <30j, 2021-03, >=1/3/2021
filter-about-owes = qui doit le faire, ou payer
filter-about-to = envers qui
filter-about-party = toute partie concernée
filter-about-startup = une startup
filter-about-convention = une convention
filter-about-incubator = l’incubateur qui la suit
filter-about-phase = la phase de la startup
filter-about-committee = où en est son comité : en-retard…
filter-about-status = où en est la convention : non-signée…
filter-about-kind = de quelle nature
filter-about-verb = ce qu’a écrit un commit : versement, signature…
filter-about-article = l’article
filter-about-amount = combien : >=20000, 10k..20k
filter-about-severity = sa gravité
filter-about-check = le contrôle qui l’a trouvé
filter-about-record = la fiche qui le dit
filter-about-author = qui l’a écrit
filter-about-on = quel jour : 2021-03, >=1/3/2021
filter-examples-days = <30j avant 30 jours d’ici; 30j dans les 30 jours; <auj avant aujourd’hui; >=auj à partir d’aujourd’hui; -1m depuis un mois
filter-examples-amount = >=20000 20 000 ou plus; <5k moins de 5 000; 10k..20k de 10 000 à 20 000
filter-examples = -fait = ce qui n’est pas fait; doit:pau,anct = l’une ou l’autre; doit:pau retard = les deux; "retard" = le texte, et non ce qui est en retard
filter-no-key = « { $typed }: » n’est pas un mot du filtre ; entre guillemets droits, c’est un texte
filter-no-key-near = « { $typed }: » n’est pas un mot du filtre ; vouliez-vous « { $nearest }: » ?
filter-no-one = { $key } : rien ne s’appelle « { $typed } »
filter-no-one-near = { $key } : rien ne s’appelle « { $typed } » ; vouliez-vous « { $nearest } » ?
filter-no-day = { $key } : « { $typed } » n’est pas une date ; écrivez <30j, 2021-03 ou >=1/3/2021
filter-no-value = { $key } : { $about }
filter-not-here = { $key } : aucune ligne n’en a ici

## Screen: frame, help, status line (ui)

screen-portfolio = Portefeuille
screen-obligations = Échéances
screen-funding = Financement
screen-committees = Comités
screen-findings = Constats
screen-history = Historique
as-of = au
as-of-today = aujourd’hui
as-of-title = Situation au…
reading = Lecture du dossier…
busy-reading = Lecture…
busy-saving = Enregistrement…
busy-undoing = Annulation…
busy-redoing = Rétablissement…
hand-edit-title = Écrit à la main
hand-edit-ways = { $accept } l’enregistre, { $back } le laisse dans le fichier, { $edit } retourne à l’éditeur.
hand-edit-way-back = { $edit } retourne à l’éditeur, à cette ligne.
hand-edit-waits = { $record } contient { $count ->
    [one] une ligne modifiée
   *[other] { $count } lignes modifiées
  } que git n’a pas encore
hand-edit-broken = ce que contient { $record } ne peut pas être enregistré
in-the-way-title = Des lignes à vous attendent
in-the-way-edit = Votre saisie vient à côté :
in-the-way-ways = { $both } enregistre les deux ensemble, { $mine } enregistre la saisie seule et laisse ces lignes telles quelles dans le fichier, { $back } revient au formulaire.
outdated-title = Ce n’est plus ce que vous avez vu
outdated-changed = quelqu’un y a mis une autre valeur depuis que vous avez regardé
outdated-gone = quelqu’un l’a retiré depuis que vous avez regardé
outdated-was = Vu
outdated-now = Maintenant
outdated-meant = La vôtre
outdated-ways = { $keep } écrit la vôtre par-dessus, { $drop } laisse et abandonne la vôtre, { $back } revient au formulaire.
outdated-ways-gone = { $drop } abandonne votre saisie, { $back } revient au formulaire.
outdated-dropped = votre saisie est abandonnée ; la fiche reste comme elle est
sync-box-title = Synchroniser
sync-box-fetching = chercher ce que les autres ont fait
sync-box-merging = réunir les deux côtés
sync-box-pushing = envoyer ce qui est à vous
sync-box-again = d’autres ont été plus rapides : encore une fois
sync-box-stopping = arrêt…
sync-box-way-out = { $stop } arrête ; ce qui est enregistré ici reste.
sync-box-nothing = les deux côtés ont la même chose
sync-box-received = { $count ->
    [one] un commit reçu
   *[other] { $count } commits reçus
}
sync-box-sent = { $count ->
    [one] un commit envoyé
   *[other] { $count } commits envoyés
}
sync-box-merged = les deux côtés ont été réunis par un commit de plus
sync-box-records = { $count ->
    [one] Une fiche a changé ici
   *[other] { $count } fiches ont changé ici
}
busy-syncing = synchronisation…
asked-title = Quelle valeur garder ?
asked-which = { $count ->
    [one] deux personnes ont mis deux valeurs au même endroit
   *[other] question { $number } sur { $count } : deux personnes ont mis deux valeurs au même endroit
}
asked-was = c’était
asked-ours = ici
asked-theirs = là-bas
asked-ways = Rien n’est écrit avant que tout ait sa réponse ; { $back } laisse tout comme c’était.
asked-answered = { $accept } continue avec ces réponses ; { $back } laisse tout comme c’était.
asked-number = { $number }/{ $count }
asked-ways-brief = { $back } laisse tout comme c’était.
asked-answered-brief = { $accept } continue, { $back } abandonne.
asked-left = Rien n’a changé : synchronisation laissée là. { $sync } la reprend
refused-title = L’enregistrement a été refusé
refused-said = voici ce qui a été dit :
refused-way-back = { $back } revient au formulaire, avec toute votre saisie.
refused-close = { $back } ferme.
field-all = La fiche entière
uncommitted = modifié à la main, pas encore enregistré
uncommitted-records = modifié à la main, pas encore enregistré : { $records }
uncommitted-count = { $count ->
    [one] une fiche pas encore enregistrée
   *[other] { $count } fiches pas encore enregistrées
}
counting = comptage… { $read } / { $total }
matching = { $count } sur { $total }
arrange-title = Tri et colonnes
arrange-stays = cette colonne reste : elle distingue les lignes
column-bar-name = Part reçue
marked = { $count ->
    [one] { $count } cochée
   *[other] { $count } cochées
}
marked-hidden = (le filtre en cache { $count })
failed-title = Rien n’a changé
unsent-title = Rien n’est parti
failed-foot = une touche pour continuer
picker-palette = Actions
picker-finder = Aller à…
picker-count = { $count ->
    [one] { $count } trouvé
   *[other] { $count } trouvés
}
picker-nothing-to-do = rien à faire ici
why-not-undo-this = ce commit n’est pas une écriture de couveuse qui se reprenne
why-nothing-selected = rien n’est sélectionné
why-empty-list = la liste est vide
why-nothing-looked-for = rien n’a été cherché ici
why-not-back = on est déjà à l’écran, sans filtre ni marque
picker-nothing-found = Rien ne porte ce nom.
kind-screen = écran
kind-action = action
kind-obligation = obligation
configuration-title = Configuration
configuration-sound = Tout y est compris.
drafts-kept = { $count ->
    [one] Votre dernière saisie est toujours là : { $what } – { $keys } la reprend
   *[other] { $count } brouillons sont toujours là, d’abord { $what } – { $keys } les reprend
}
drafts-none = aucun brouillon en attente
drafts-unknown = ce brouillon vient d’une autre version du programme ; il est gardé
drafts-broken = Un fichier de brouillons est illisible ; il a été mis de côté : { $file }
configuration-problems = { $count ->
    [one] La configuration a un défaut ; le reste est appliqué. { $keys } le montre
   *[other] La configuration a { $count } défauts ; le reste est appliqué. { $keys } les montre
}
help-title = Touches
help-writing = Écrire un fait
help-finding = Chercher et comprendre
help-moving = Se déplacer
help-screens = Les écrans
help-program = Le programme
help-signs = Les signes
sign-none = rien, ou plus rien
sign-as-of = un autre jour qu’aujourd’hui
sign-bar = l’argent reçu, de l’argent promis
sign-more = il y a plus que ce qui tient ici
help-filter = Mots du filtre
help-typing = En tapant
key-enter = Entrée
key-esc = Échap
key-tab = Tab
key-shift = Maj-
key-backspace = Retour arrière
key-delete = Suppr
key-insert = Inser
key-home = Début
key-end = Fin
key-pgup = Pg préc.
key-pgdn = Pg suiv.
key-space = Espace
command-down = ligne suivante
command-up = ligne précédente
command-first = tout en haut
command-last = tout en bas
command-half-down = une demi-page plus bas
command-half-up = une demi-page plus haut
command-page-down = une page plus bas
command-page-up = une page plus haut
command-open = ouvrir la ligne
command-follow = ouvrir ce dont parle la ligne
command-back = revenir, effacer le filtre
command-back-or-quit = revenir, puis quitter
command-filter = filtrer, chercher
command-complete = compléter le mot du filtre
command-next-match = résultat suivant
command-previous-match = résultat précédent
command-mark = cocher la ligne, ou non
command-mark-range = cocher d’ici à là
command-mark-all = cocher toutes les lignes affichées, ou aucune
command-arrange = trier, choisir les colonnes
command-sort-by = trier selon la colonne
command-reverse = dans l’autre sens
command-show-column = afficher la colonne, ou non
command-column-up = colonne plus à gauche
command-column-down = colonne plus à droite
command-as-it-comes = comme au départ
command-group = regrouper autrement
command-done = noter : c’est fait
command-pay = noter un versement
command-hold = noter un comité tenu
command-sign = noter une signature
command-phase = changer de phase
command-set = changer un champ
command-add-action = ajouter une action
command-add-note = ajouter une note
command-add-indicator = ajouter une valeur d’indicateur
command-add-call = ajouter un appel de fonds
command-add-expenditure = ajouter une dépense
command-add-committee = prévoir un comité
command-add-resource = ajouter une ressource en nature
command-add-amendment = ajouter un avenant
command-add-account = ajouter ou corriger un compte bancaire
command-add-startup = nouvelle startup
command-add-convention = nouvelle convention
command-undo = annuler la dernière écriture
command-undo-this = annuler l’écriture choisie
command-redo = rétablir l’écriture annulée
command-sync = synchroniser : recevoir, réunir, envoyer
command-stop-sync = arrêter la synchronisation
command-take-ours = la valeur d’ici vaut
command-take-theirs = la valeur de là-bas vaut
command-question-before = question précédente
command-question-after = question suivante
command-commit-both = enregistrer vos lignes et la saisie ensemble
command-commit-mine = enregistrer la saisie seule
command-keep-mine = écrire la vôtre par-dessus
command-drop-mine = laisser et abandonner la vôtre
command-draft = reprendre un brouillon
command-as-of = changer le jour des réponses
command-explain = d’où viennent les chiffres
command-edit = ouvrir la fiche dans votre éditeur
command-reload = relire le dossier
command-other-language = passer en anglais (speak English)
command-configuration = la configuration et ses erreurs
command-palette = toutes les actions, par leur nom
command-finder = aller à n’importe quelle fiche, par son nom
command-portfolio = le portefeuille
command-obligations = les échéances
command-funding = le financement
command-committees = les comités
command-findings = les constats
command-history = l’historique
command-next-screen = écran suivant
command-previous-screen = écran précédent
command-next-section = section suivante
command-previous-section = section précédente
command-help = toutes les touches
command-suspend = suspendre (fg pour revenir)
command-quit = quitter tout de suite
command-copy-row = copier la ligne
command-copy-figure = copier son montant ou sa date
command-copy-address = copier l’adresse, sinon fichier et ligne
command-themes = les thèmes, pour en choisir un
command-mouse = prendre la souris, ou la laisser au terminal
command-accept = prendre ce qui est tapé
command-cancel = laisser tel quel
command-commit = enregistrer le formulaire
command-next-field = champ suivant
command-previous-field = champ précédent
command-next-option = choix suivant
command-previous-option = choix précédent
command-tick = cocher, ou décocher
command-start-over = recommencer le formulaire
hint-open = ouvrir
hint-filter = filtrer
hint-mark = cocher
hint-mark-range = plage
hint-mark-all = toutes
hint-arrange = disposer
hint-sort-by = trier
hint-reverse = inverser
hint-show-column = afficher ou non
hint-column-up = à gauche
hint-column-down = à droite
hint-as-it-comes = comme au départ
hint-group = regrouper
hint-done = fait
hint-pay = versement
hint-hold = comité
hint-sign = signature
hint-phase = phase
hint-set = champ
hint-add-action = action
hint-add-note = note
hint-add-indicator = valeur
hint-add-call = appel
hint-add-expenditure = dépense
hint-add-committee = comité
hint-add-resource = ressource
hint-add-amendment = avenant
hint-add-account = compte
hint-add-startup = startup
hint-add-convention = convention
hint-undo = annuler
hint-undo-this = annuler celle-ci
hint-history = historique
hint-redo = rétablir
hint-sync = synchroniser
hint-stop-sync = arrêter
hint-take-ours = ici
hint-take-theirs = là-bas
hint-question-before = précédente
hint-question-after = suivante
hint-commit-both = les deux
hint-commit-mine = la saisie seule
hint-keep-mine = garder la mienne
hint-drop-mine = abandonner la mienne
hint-draft = reprendre le brouillon
hint-edit = éditer
hint-explain = expliquer
hint-as-of = date
hint-back = retour
hint-unmark = décocher
hint-unfilter = tout montrer
hint-back-or-quit = quitter
hint-next-screen = écran
hint-next-section = section
hint-palette = actions
hint-search = chercher
hint-finder = chercher
hint-help = aide
hint-complete = compléter
hint-accept = valider
hint-cancel = annuler

## Screen: Portfolio and startup (ui)

column-startup = Startup
column-phase = Phase
column-bar = { "" }
column-money = Reçu / promis
column-short-money = Reçu/promis
column-late = Retard
column-committee = Comité
column-term = Convention
group-short-frameworks = Conventions-cadres
group-frameworks = Conventions-cadres, comptées à part
group-no-phase = Sans phase
group-no-startup = Sans startup
group-nobody = Personne de nommé
group-no-name = Sans nom
grouping-none = sans regroupement
grouping-day = par jour
grouping-author = par auteur
grouping-state = par état
grouping-due = par date d’échéance
grouping-debtor = par débiteur
grouping-creditor = par créancier
grouping-convention = par convention
grouping-party = par financeur
grouping-decision = par décision
grouping-startup = par startup
grouping-phase = par phase
grouping-incubator = par incubateur
grouping-severity = par gravité
grouping-check = par contrôle
grouping-record = par fiche
group-unreadable = Fiches illisibles
row-unreadable = illisible
unreadable = Cette fiche ne peut pas être lue ; tout le reste fonctionne. E l’ouvre à l’endroit en cause.
total-startups = { $count ->
    [one] { $count } startup
   *[other] { $count } startups
}
total-unread = { $count ->
    [one] { $count } fiche illisible : chiffres incomplets
   *[other] { $count } fiches illisibles : chiffres incomplets
}
total-received = { $received } reçus sur { $committed } promis
total-late = { $count } en retard
total-due-soon = { $count } bientôt
total-open = { $count } à venir
total-undetermined = { $count ->
    [one] { $count } indéterminée
   *[other] { $count } indéterminées
}
total-standing = { $count ->
    [one] { $count } permanente
   *[other] { $count } permanentes
}
total-done = { $count ->
    [one] { $count } faite
   *[other] { $count } faites
}
status-short-unsigned = non signée
status-short-in-force = en vigueur
status-short-no-term = sans terme
status-short-ending = finit
status-short-ended = échue
status-short-terminated = résiliée
missing-signature = signature
missing-short-signature = sign.
missing-term = durée
missing-spending = dépenses
missing-no-day = sans date
missing-no-startup = sans équipe
missing-unreadable = illisible
days-late-short = { $days } j
days-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
}
since = depuis le { $date }
until = jusqu’au { $date }
due-on = dû le { $date }
due-amount = dû : { $amount }
outstanding-amount = reste à recevoir : { $amount }
article = art. { $article }
framework-apart = Convention entre incubateurs : son argent ne s’ajoute jamais à celui des startups.
section-summary = Résumé
section-funding = Financement
section-obligations = Échéances
section-committees = Comités
section-journal = Suivi
heading-cash = Mois par mois
figure-spent = payé
chart-most = au plus { $amount }
heading-spending = Dépenses
spending-of-no-name = sans objet
stage-committed = AE
stage-done = SF
stage-paid = CP
no-action = Aucune action.
no-note = Aucune note.
no-indicator = Aucun indicateur.
no-account = Aucun compte.
by-day = pour le { $date }
done-on = faite le { $date }
heading-undertakings = Engagements
committee-organiser = convoqué par
committee-chair = présidé par
committee-with = avec
label-payment-days = Délai de versement
label-startups = Startups
amendment-changes = Ce qu’il change
account-holds = les clés de contrôle sont justes
heading-accounts = Comptes
heading-conventions = Conventions
heading-owes = Ce qu’elle doit encore ({ $count })
heading-owed = Ce qui lui est encore dû ({ $count })
and-more = et { $count } autres : le filtre des listes les montre
party-no-money = Elle ne verse ni ne reçoit rien.
party-nothing-open = Rien n’est en cours.
section-convention = Convention
section-history = Historique
label-name = Nom
label-kind = Nature
label-siren = SIREN
label-address = Adresse
heading-gives = Donne
heading-receives = Reçoit
label-phase = Phase
label-received = Reçu
label-committee = Comité
label-convention = Convention
label-runs-out = Argent jusqu’au
label-also = Aussi
label-incubator = Incubateur
label-sponsors = Sponsors
label-site = Site
label-statistics = Statistiques
label-repository = Code source
label-fast = FAST
label-next = Prochain
label-planned = Prévu
label-papers = Dossier pour
label-last-held = Dernier tenu
label-status = État
label-decided = Décidée
label-signed = Signée
label-ends = Fin
label-term = Durée
label-terminated = Résiliée
label-reference = Référence
label-parties = Parties
label-signatories = Signataires
label-publication = Publication
label-payment-account = Compte à créditer
label-refund-account = Restitution sur
label-budget = Budget
label-termination = Résiliation
label-amendment = Modification
statistics-declared = page déclarée
statistics-none = pas de page
heading-findings = À reprendre dans les fiches
heading-indicators = Indicateurs
heading-actions = Actions
heading-notes = Notes
heading-movements = Mouvements
heading-resources = En nature
heading-meetings = Séances
heading-antecedents = Conventions antérieures
no-convention = Aucune convention ne finance cette startup.
no-committee = Aucun comité n’est inscrit.
no-decision = sans décision
clock-before-money-ends = le comité vient { $days } jours avant
clock-by-habit = d’usage
spends-itself = dépense elle-même
paid-so-far = { $amount } versés
gate = { $spent } dépensés par { $party }, seuil { $threshold }
papers-missing = manque : { $papers }
trigger-spent = quand { $party } aura dépensé { $amount }
impact-usable = utilisable
impact-used = utilisé
impact-useful = utile
impact-impactful = impact
impact-efficient = efficient
explain-title = D’où cela vient
explain-nothing = Aucune ligne : rien n’est promis ni reçu à ce jour.
empty-portfolio = Aucune startup.
empty-portfolio-help = { $keys } ajoute la première ; couveuse demo ouvre un portefeuille déjà plein.
empty-filter = Rien ne correspond.
empty-filter-help = { $keys } efface le filtre.

## Screen: Obligations and Findings (ui)

column-due = Échéance
column-between = Qui doit à qui
column-what = Quoi
column-article = Article
column-severity = Gravité
column-finding = Constat
column-place = Où
group-late = En retard
group-due-soon = Bientôt
group-open = À venir
group-undetermined = Indéterminées
group-standing = En permanence
group-done = Faites
screen-what-committee = Réunir le comité d’investissement
screen-what-payment = Verser { $amount }
screen-what-payment-in-full = Verser sa participation
whose-framework = convention-cadre
label-between = Qui doit à qui
label-due = Échéance
label-rule = Règle
label-unknown = Inconnu
label-done = Fait
label-evidence = Justificatif
label-startup = Startup
label-article = Article
label-record = Fiche
rule-every = tous les { $span }
rule-standing = en permanence
moment-signature = à la signature
moment-signature-and = { $span } à compter de la signature
moment-end = à la fin de la convention
moment-end-and = { $span } après la fin de la convention
moment-short-signature = à la signature
moment-short-signature-and = signature + { $span }
moment-tight-signature-and = sign. + { $span }
moment-tight-and = + { $span }
moment-short-end = à la fin
moment-short-end-and = fin + { $span }
way-field = ouvre le champ en cause.
way-editor = ouvre la fiche à cet endroit dans votre éditeur.
way-account = corrige le compte bancaire.
way-signature = écrit la date de signature : tout ce qui en dépend aura la sienne.
way-term = ouvre la fiche : une durée (term) y donnerait une date.
way-spending = ouvre la fiche : les dépenses payées (expenditure) ouvriront la tranche.
way-no-startup = ouvre la fiche : aucune startup n’y est nommée.
way-payment = note le versement.
way-committee = note le comité tenu.
way-obligation = note que c’est fait.
finding-title = Constat
total-error = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
total-warning = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
total-info = { $count ->
    [one] { $count } information
   *[other] { $count } informations
}
empty-obligations = Aucune échéance.
empty-obligations-help = Elles viennent des conventions : { $keys } note la première.
empty-findings = Rien à reprendre.
empty-findings-help = Les contrôles ont lu toutes les fiches et n’y trouvent rien.

## L’historique

column-time = Heure
column-who = Qui
column-did = Écriture
column-change = Changement
column-records = Fiches
commit-title = Changement
reading-history = Lecture de l’historique…
reading-history-help = { "" }
empty-history = Aucun commit n’a encore touché les fiches.
empty-history-help = Chaque écriture faite ici en est un : { $keys } les énumère. Pour les premières fiches : git add . puis git commit.
empty-history-no-repository = Ce dossier n’est dans aucun dépôt git : il n’a pas d’historique.
empty-history-no-repository-help = git init en fait un ; enregistrez-y ensuite les fiches par un commit.
empty-history-of = Aucun commit n’a encore touché ces fiches.
empty-history-unread = L’historique ne peut pas être lu.
empty-history-unread-help = couveuse log dit pourquoi.
total-commits = { $count ->
    [one] { $count } commit
   *[other] { $count } commits
  }
total-commits-more = et d’autres plus anciens
more-records = { $count ->
    [one] … et une autre fiche
   *[other] … et { $count } autres fiches
  }
more-lines = { $count ->
    [one] … et une autre ligne
   *[other] … et { $count } autres lignes
  }
change-not-shown = Trop long pour être comparé ici, ou n’est pas du texte : git show le montre.
fate-created = créée
fate-removed = supprimée
undo-this-asked = { $keys } encore annule ce que { $author } a écrit le { $date } : { $subject }
undo-of-undo = ce commit annule une écriture ; U la rétablit si rien n’a suivi
undo-not-ours = ce commit n’a pas été fait par couveuse ; git revert l’annule
verb-none = hors couveuse
verb-done = fait
verb-pay = versement
verb-sign = signature
verb-hold = comité tenu
verb-phase = phase
verb-indicator = indicateur
verb-note = note
verb-action = action
verb-finish = action faite
verb-call = appel de fonds
verb-spend = dépense
verb-plan = comité prévu
verb-resource = ressource
verb-amend = avenant
verb-account = compte
verb-new-startup = nouvelle startup
verb-new-convention = nouvelle convention
verb-new-party = nouvelle partie
verb-set = champ
verb-several = plusieurs
verb-undo = annulation
verb-redo = rétablissement
verb-hand = à la main

## Screen: Funding and Committees (ui)

column-promise = Qui verse à qui
column-trigger = À quelle condition
total-apart = conventions-cadres à part :
column-state = État
column-timeline = Calendrier
month-initials = jfmamjjasond
legend-held = tenu
legend-planned = prévu
legend-due = attendu
legend-late = en retard
legend-funded = financé
all-tranches = toutes tranches
late-after = en retard après le { $date }
label-spending = Dépenses
label-missing = Manque
gate-crossed = seuil franchi le { $date }
given-by = apporté par { $party }
column-outstanding = reste dû
column-next = Prochain
column-last-held = Dernier
column-decision = Décision
column-planned = Prévu
group-committee-late = En retard
group-committee-due-soon = Bientôt dû
group-committee-ok = À venir
group-committee-undetermined = Indéterminé
group-committee-none = Aucun attendu
total-committees-late = { $count } en retard
total-committees-due-soon = { $count } bientôt
total-committees-ok = { $count } à jour
total-committees-undetermined = { $count } sans date
total-committees-none = { $count } sans comité
tranche-whole = en une fois
gate-short = { $spent } dépensés
gate-part = { $percent } %
empty-funding = Aucune participation.
empty-funding-help = Elles viennent des conventions : { $keys } note la première.
empty-committees = Aucune startup n’attend de comité.
empty-committees-help = Une startup suivie en a un tous les six mois : { $keys } ajoute une startup.

## Days out of order (edit)

order-decided = avant la décision de signer, du { $on }
order-amended = avant la signature de ce qu’il modifie, du { $on }
order-amendment = après la signature de son avenant, du { $on }
order-ended = après la fin de la convention, le { $on }
order-terminated = après la résiliation du { $on }
order-fulfilled = après une obligation remplie le { $on }
order-signed = avant la signature du { $on }
order-committed = avant l’engagement du { $on }
order-service-done = avant le service fait, le { $on }
more-than-promised = { $amount } de plus que promis

## Screen: forms (ui)

form-title-open = Ce qui est fait
form-title-done = Obligation remplie
form-title-pay = Versement reçu
form-title-sign = Signature
form-title-hold = Comité tenu
form-title-phase = Phase
form-title-indicator = Valeur d’un indicateur
form-title-note = Note
form-title-action = Action convenue
form-title-finish = Action faite
form-title-call = Appel de fonds
form-title-spend = Dépense
form-title-plan = Comité prévu
form-title-resource = Ressource en nature
form-title-amend = Nouvel avenant
form-title-account = Compte bancaire
form-title-new-startup = Nouvelle startup
form-title-new-convention = Nouvelle convention
form-title-set = Champ

form-target-open = Laquelle
form-target-obligation = Obligation
form-target-contribution = Participation
form-target-convention = Convention
form-target-startup = Startup
form-target-action = Action
form-target-account = Compte
form-target-record = Fiche
form-count-obligation = { $count ->
    [one] { $count } obligation
   *[other] { $count } obligations
}
form-count-contribution = { $count ->
    [one] { $count } participation
   *[other] { $count } participations
}
form-count-convention = { $count ->
    [one] { $count } convention
   *[other] { $count } conventions
}
form-count-startup = { $count ->
    [one] { $count } startup
   *[other] { $count } startups
}
form-count-action = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
form-count-account = { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
form-count-record = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
}
form-left-out = laissé de côté : { $what }
form-left-out-nothing = rien à noter
form-left-out-done = une obligation
form-left-out-pay = de l’argent à recevoir
form-left-out-hold = un comité
form-left-out-finish = une action
form-left-out-several = plusieurs choix possibles
form-which = à choisir
form-option-action = action : { $what }
form-varies = selon le cas : { $values }
form-too-many = { $count } lignes sont marquées : au plus { $most } à la fois. Filtrez, ou marquez-en moins
form-nothing-to-say = Rien à noter pour { $name }
form-decision-none = pas de décision
form-none = aucun
form-true = oui
form-false = non
form-by-payee = le bénéficiaire
form-contribution-none = aucune en particulier
form-payee-none = personne : chacun dépense la sienne
form-amount-of = Apport { $party }
form-new-option = nouveau : { $name }
form-account-new = un autre compte
form-convention-title = { $startups } : convention { $parties }

field-on-done = Faite le
field-on-pay = Reçu le
field-on-sign = Signée le
field-on-hold = Tenu le
field-on-phase = À partir du
field-on-indicator = Le
field-on-note = Le
field-on-finish = Faite le
field-on-call = Envoyé le
field-on-plan = Le
field-on-amend = Signé le
field-on-new-startup = À partir du
field-on-new-convention = Signée le
field-evidence = Justificatif
field-amount = Montant
field-reference = Référence
field-decision = Décision
field-envelope = Enveloppe
field-until = Jusqu’au
field-phase = Phase
field-indicator = Indicateur
field-value = Valeur
field-unit = Unité
field-text = Note
field-source = Source
field-what-action = Quoi
field-what-spend = Objet
field-what-resource = Quoi
field-owner = Qui
field-due = Pour le
field-with = Pièces jointes
field-paid = Payée le (CP)
field-done = Service fait le
field-committed = Engagée le (AE)
field-by = Dépensée par
field-contribution = Imputée à
field-from = Apportée par
field-share = Quotité
field-lasts = Durée
field-article = Article
field-title = Titre
field-id = Fichier
field-decided = Décidé le
field-decided-new-convention = Décidée le
field-months = Durée en mois
field-term-until = Ou jusqu’au
field-iban = IBAN
field-bic = BIC
field-holder = Titulaire
field-bank = Code banque
field-branch = Code guichet
field-number = Numéro de compte
field-key = Clé
field-account-id = Nom
field-name = Nom
field-mission = Mission
field-incubator = Incubateur
field-sponsors = Sponsors
field-startups = Startups
field-parties = Parties
field-new-party = Partie à créer
field-amount-new = Son apport
field-payee = Versé à
field-field = Champ


form-already-done = Déjà fait le { $on }
form-none-selected = Rien n’est sélectionné à quoi le noter
form-none-of-startup = { $name } n’est lié à aucune startup : sélectionnez-en une
form-none-of-convention = { $name } n’a aucune convention où l’écrire : faites-en une, ou sélectionnez une convention
form-none-call = Aucune tranche à appeler pour { $name } : tout l’est déjà, ou personne n’y verse à un autre
form-none-account = Un compte est celui d’une partie, et { $name } n’en a pas : sélectionnez une partie ou sa convention
form-none-finish = Plus aucune action à faire pour { $name }
form-none-set = Rien de { $name } ne se change champ par champ : ouvrez la fiche dans l’éditeur
form-none-done = Plus rien à remplir pour { $name }
form-none-pay = Plus rien à recevoir pour { $name }
form-none-sign = Plus rien à signer pour { $name }
form-none-hold = Aucune startup n’attend de comité : { $name }

form-detail-article = art. { $article }
form-detail-due = échéance { $date }
form-detail-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
}
form-detail-rest = reste { $rest } sur { $amount }
form-detail-decided = décidée le { $date }
form-detail-last-held = dernier tenu le { $date }
form-detail-none-held = aucun tenu à ce jour
form-detail-planned = prévu le { $date }
form-detail-since = depuis le { $date }
form-detail-no-phase = dans aucune phase encore
form-detail-called = { $amount } déjà appelés
form-detail-gate = { $spent } dépensés sur { $threshold }
form-detail-account = Le compte tel qu’il est noté
form-detail-account-mended = Tel que le RIB voisin dit qu’il devrait être

form-in-the-future = à venir : notez-le ce jour-là
form-after-as-of = après le jour affiché
form-not-committed = rien n’est encore enregistré
form-not-committed-help = { $commit } essaie à nouveau
form-nothing-matches = rien ne correspond
form-wanted = à remplir
form-error-pick = Il faut choisir
form-error-empty = Un texte est attendu
form-error-whole = Un nombre entier est attendu
form-error-count = Un nombre entier est attendu, dans les bornes du format
form-error-moment = Une date, signature, end ou end + 3 months est attendue
form-error-start = Une date, signature ou last est attendue
form-error-id = Des minuscules sans accent, des chiffres et des traits d’union : au-compost-mitoyen
form-error-taken = Une fiche de ce nom existe déjà
form-error-one-term = Des mois ou un jour, pas les deux
form-named = { $name } : { $value }
form-separated = séparés par { $separator }
form-iban-fits = la clé de contrôle est juste
form-iban-fails = La clé de contrôle est fausse : un chiffre ne va pas
form-error-nothing = Un montant au-dessus de zéro est attendu
form-error-out-of-order = Ce jour est { $why }
form-plan-another = en plus de celui du { $date }, que e sur sa ligne déplacerait
form-paid-already = tout est déjà versé
form-error-already-paid = Le même versement est déjà noté le { $on } ; une référence les distinguerait
form-error-ends-before = Avant le comité lui-même
form-error-already-fulfilled = Déjà notée comme faite le { $on }
form-error-already-signed = Déjà signée le { $on }
form-error-already-held = Un comité est déjà noté le { $on }
form-error-no-record = Aucune fiche ne s’appelle { $record }
form-error-no-entry = Rien ne s’appelle { $entry } dans la fiche
form-error-would-not-load = La fiche ne se lirait plus : { $why }
form-error-as-it-stands = La fiche ne peut être modifiée telle quelle : { $why }

form-preview-waiting = Les lignes qui changent s’afficheront quand tous les champs seront justes
form-preview-reading = Lecture de la fiche…
form-preview-unchanged = Rien ne change
form-preview-more = { $count ->
    [0] fin
    [one] encore une ligne : Pg suiv.
   *[other] encore { $count } lignes : Pg suiv.
}
form-new-file = nouvelle
form-commit = Commit
form-saving = Enregistrement…

form-hint-next = suivant
form-hint-commit = enregistrer
form-hint-close = fermer
form-hint-keep = fermer, garder le brouillon
form-hint-choose = choisir, ou taper
form-hint-tick = cocher, ou taper
form-hint-field = champ
form-hint-anew = recommencer
form-hint-anew-draft = abandonner le brouillon repris
form-hint-help = aide

## First run, and the demo

welcome-title = Un nouveau portefeuille
welcome-about = Ce dossier ne contient encore rien. Deux noms en font un portefeuille : quelques fichiers de texte que tout éditeur ouvre, et un commit qui les garde.
welcome-name = Incubateur
welcome-home = Sa propre partie
welcome-enter = le crée
welcome-tab = autre nom
welcome-leave = renoncer
welcome-demo = couveuse demo en ouvre un déjà plein, pour essayer les touches.
welcome-done = le portefeuille est là : { $keys } ajoute la première startup
init-done = portefeuille créé dans { $folder }, et enregistré par un commit – couveuse { $folder } l’ouvre
init-merge-offered = couveuse init --merge-driver fait aussi fusionner les fiches selon leur sens par git lui-même
init-merge-registered = git fusionne désormais les fiches selon leur sens : c’est dans .gitattributes, par un commit, et permis dans la configuration de ce dépôt
init-merge-configured = git fusionne désormais ici les fiches selon leur sens : c’est permis dans la configuration de ce dépôt
init-merge-already = git fusionne déjà ici les fiches selon leur sens
error-already-a-portfolio = { $folder } contient déjà des fiches
error-already-a-portfolio-help = couveuse { $folder } l’ouvre
error-in-the-way = { $file } existe déjà
error-in-the-way-help = rien n’a été écrit ; déplacez-le, ou nommez un autre dossier
demo-left = la démonstration reste dans { $folder } ; pour la rouvrir : couveuse { $folder }

## Command line (cli)

usage-unknown-option = l’option { $word } n’existe pas
usage-unknown-option-help = { $help } les énumère
usage-unknown-option-near = l’option { $word } n’existe pas
usage-unknown-option-near-help = vouliez-vous dire { $nearest } ?
usage-stray-word = { $word } est un mot de trop
usage-stray-word-help = un dossier se nomme avec --folder { $word }
usage-no-value = { $option } attend une valeur
usage-no-value-help = { $help } dit lesquelles
usage-unknown-value = { $option } n’accepte pas { $value }
usage-unknown-value-help = valeurs connues : { $known }
usage-unknown-command = il n’y a pas de commande { $value }
usage-unknown-command-help = { $help } les énumère
usage-unknown-command-near = il n’y a pas de commande { $value }
usage-unknown-command-near-help = vouliez-vous dire « { $nearest } » ?
usage-unknown-value-near = { $option } n’accepte pas { $value }
usage-unknown-value-near-help = vouliez-vous dire { $nearest } ?
usage-bad-value = { $option } n’accepte pas { $value }
usage-bad-value-help = { $help } dit ce qui est attendu
usage-missing = { $count ->
   *[other] il manque { $missing }
}
usage-missing-help = { $help } montre comment l’écrire
usage-together = { $option } et { $other } ne vont pas ensemble
usage-together-help = { $help } montre comment l’écrire
usage-twice = { $option } figure deux fois
usage-twice-help = { $help } montre comment l’écrire
usage-takes-none = { $option } n’attend pas de valeur
usage-takes-none-help = { $help } montre comment l’écrire
usage-not-understood = la ligne de commande n’est pas comprise
usage-not-understood-help = { $help } montre comment l’écrire
usage-no-json = { $command } n’a pas de JSON
usage-no-json-help = retirez --json

error-no-folder = le dossier { $folder } n’existe pas
error-no-folder-help = couveuse init { $folder } en crée un ; couveuse demo en montre un
error-not-a-folder = { $folder } est un fichier et non un dossier
error-not-a-folder-help = nommez le dossier qui contient les fiches
error-not-a-portfolio = { $folder } ne contient pas de fiches
error-not-a-portfolio-help = couveuse init { $folder } en crée ; couveuse demo en montre
error-no-portfolio-here = pas de fiches ici, ni dans portfolio/
error-no-portfolio-here-help = nommez un dossier de fiches ; ou bien couveuse init en crée, couveuse demo en montre
error-no-command = { $word } n’est ni une commande ni un dossier
error-no-command-help = vouliez-vous dire couveuse { $command } ?
error-as-of-of-a-fact = --as-of est le jour des réponses, non celui des faits
error-as-of-of-a-fact-help = le jour d’un fait se donne par --on DATE
error-two-folders = le dossier est nommé deux fois
error-two-folders-help = donnez DOSSIER ou --folder DOSSIER, pas les deux
error-folder-exists = { $folder } existe déjà
error-folder-exists-help = nommez un dossier qui n’existe pas encore
error-refused = { $file } : { $why }
error-watch-limit = le système ne surveille plus d’autre dossier (sa limite inotify) : les changements faits ailleurs ne sont pas vus d’eux-mêmes
error-watch-limit-help = g r relit le dossier ; --no-watch fait taire ceci
error-watch = le dossier ne peut pas être surveillé ({ $why }) : les changements faits ailleurs ne sont pas vus d’eux-mêmes
error-watch-help = g r relit le dossier ; --no-watch fait taire ceci
error-system = le système refuse : { $why }
error-json-needs-command = l’écran n’a pas de JSON
error-json-needs-command-help = nommez une commande : couveuse list --json
error-no-terminal = l’écran demande un terminal
error-no-terminal-help = en texte : couveuse list, due, funding, committees ou check
error-editor = { $editor } s’est mal terminé
error-editor-help = nommez votre éditeur dans $EDITOR
error-date = { $option } { $typed }
error-date-help = { $why }
error-amount = { $option } { $typed }
error-amount-help = { $why }
error-id-empty = un identifiant est attendu
error-id = { $typed } ne peut pas être un identifiant
error-id-help = lettres minuscules, chiffres et tirets : histologe-pau-anct
error-no-pair = { $typed } ne désigne rien dans une convention
error-no-pair-help = écrivez CONVENTION/IDENTIFIANT : histologe-pau-anct/pau
error-filter-help = couveuse due --help montre les mots d’un filtre
error-no-check = aucun contrôle ne s’appelle { $name }
error-no-check-help = contrôles connus : { $known }
error-no-check-near = aucun contrôle ne s’appelle { $name }
error-no-check-near-help = vouliez-vous dire { $nearest } ?
error-no-page = aucune commande ne s’appelle { $word }
error-no-page-help = couveuse --help les énumère
error-no-id = aucune fiche ne s’appelle { $id }
error-no-id-help = couveuse list donne les identifiants des startups et de leurs conventions
error-no-id-near = aucune fiche ne s’appelle { $id }
error-no-id-near-help = vouliez-vous dire { $nearest } ?
error-unreadable = { $record } ne se lit pas
error-unreadable-help = couveuse check dit pourquoi
error-many-ids = plusieurs fiches s’appellent { $id }
error-many-ids-help = précisez : { $known }

error-no-record = { $kind ->
    [party] aucune partie ne s’appelle { $id }
    [startup] aucune startup ne s’appelle { $id }
   *[convention] aucune convention ne s’appelle { $id }
}
error-no-record-help = { $kind ->
    [party] couveuse new party en crée une
   *[other] couveuse list donne les identifiants des startups et de leurs conventions
}
error-no-record-near = { $kind ->
    [party] aucune partie ne s’appelle { $id }
    [startup] aucune startup ne s’appelle { $id }
   *[convention] aucune convention ne s’appelle { $id }
}
error-no-record-near-help = vouliez-vous dire { $nearest } ?
error-no-entry = rien ne s’appelle { $entry } dans cette fiche
error-no-entry-help = noms connus : { $known }
error-no-entry-near = rien ne s’appelle { $entry } dans cette fiche
error-no-entry-near-help = vouliez-vous dire { $nearest } ?
error-no-entry-at-all = rien ne s’appelle { $entry } dans cette fiche
error-no-entry-at-all-help = la fiche n’en contient aucun
error-no-tranche = la participation n’a pas de tranche { $number }
error-no-tranche-help = { $count ->
    [one] elle n’en a qu’une : 1
   *[other] elles vont de 1 à { $count }
}
error-no-payee = la participation { $contribution } est dépensée par celui qui l’apporte
error-no-payee-help = rien n’en est demandé ni reçu
error-is-payment = c’est l’engagement de verser { $contribution }
error-is-payment-help = notez le versement : dans son propre formulaire, ou avec couveuse pay
error-is-committee = c’est la clause du comité
error-is-committee-help = notez la réunion : dans son propre formulaire, ou avec couveuse hold
error-repealed = l’avenant { $amendment } supprime { $obligation }
error-repealed-help = une obligation supprimée par un avenant en vigueur n’est plus due
error-in-the-future = le { $on } n’est pas encore venu
error-in-the-future-help = un fait se note une fois qu’il a eu lieu
error-out-of-order = ce jour est { $why }
error-out-of-order-help = donnez un autre jour, ou corrigez la fiche dans votre éditeur
error-not-recurring = { $obligation } ne revient pas
error-not-recurring-help = --due est pour ce qui revient : ne le donnez pas
error-already-paid = le même versement est déjà noté le { $on }
error-already-paid-help = s’il est venu deux fois, distinguez-les par une référence
error-not-due = { $obligation } n’a pas d’échéance le { $due }
error-not-due-help = ses échéances : { $known }
error-not-due-at-all = { $obligation } n’a pas d’échéance le { $due }
error-not-due-at-all-help = aucune n’est connue : ne donnez pas --due
error-already-fulfilled = déjà noté comme fait le { $on }
error-already-fulfilled-help = donnez un autre jour, ou annulez le premier
error-already-signed = déjà signée le { $on }
error-already-signed-help = pour corriger la date, ouvrez la fiche dans votre éditeur
error-nothing-paid = un montant supérieur à zéro est attendu
error-nothing-paid-help = l’argent rendu est une restitution, qui s’écrit dans la fiche
error-already-held = un comité s’est déjà tenu le { $on }
error-already-held-help = donnez un autre jour, ou ouvrez la fiche dans votre éditeur
error-ends-before-it-begins = le financement finirait avant le comité
error-ends-before-it-begins-help = donnez un jour après le comité
error-nothing = rien à noter
error-nothing-help = nommez au moins une chose
error-record-exists = { $record } existe déjà
error-record-exists-help = choisissez un autre identifiant, ou modifiez la fiche qui existe
error-is-amendment = c’est déjà un avenant, à { $convention }
error-is-amendment-help = modifiez { $convention }
error-in-the-past = le { $on } est passé
error-in-the-past-help = ce qui a eu lieu se note comme tenu : dans son propre formulaire, ou avec couveuse hold
error-already-called = le même appel de fonds est déjà noté le { $on }
error-already-called-help = s’il est parti deux fois, distinguez-les par une référence
error-already-planned = un comité est déjà prévu le { $on }
error-already-planned-help = donnez un autre jour, ou annulez le premier dans sa fiche
error-already-in-phase = déjà en { $phase }, depuis le { $on }
error-already-in-phase-help = choisissez une autre phase, ou corrigez la date de celle-ci
error-already-measured = cet indicateur a déjà une valeur le { $on }
error-already-measured-help = donnez un autre jour, ou corrigez la valeur
error-already-finished = déjà fait le { $on }
error-already-finished-help = annulez d’abord, si c’était une erreur
error-already-there = « { $words } » y est déjà
error-already-there-help = rien ne s’écrit deux fois
error-other-unit = cet indicateur se compte en { $unit }
error-other-unit-help = ne donnez pas d’unité, ou donnez un autre nom à l’indicateur
error-no-day = aucun jour n’est donné
error-no-day-help = dites quand elle a été engagée, quand le service a été fait ou quand elle a été payée
error-missing = il manque { $key ->
    [indicator] le nom de l’indicateur
    [text] le texte
    [name] le nom
    [title] le titre
    [iban] le numéro du compte
    [startups] la startup qu’elle finance
    [parties] les parties qui signent
    [term] la durée dont parle l’article
   *[what] de quoi il s’agit
}
error-missing-help = il ne peut rester vide
error-no-field = il n’y a pas de champ { $path }
error-no-field-help = couveuse schema montre ce qu’une fiche peut contenir
error-no-field-known = il n’y a pas de champ { $path }
error-no-field-known-help = ce qui peut s’y trouver : { $known }
error-no-field-near = il n’y a pas de champ { $path }
error-no-field-near-help = vouliez-vous dire « { $nearest } » ?
error-number = { $option } { $typed } : { $why }
error-value = { $typed } : { $why }
error-many-actions = plusieurs actions commencent par { $typed }
error-many-actions-help = écrivez-en davantage : { $known }
error-due-of-several = --due se dit d’une seule obligation
error-due-of-several-help = ne le donnez pas, ou notez-les une à une
error-span = { $typed } n’est pas une durée
error-span-help = écrivez 6 months, 1 year, 2 weeks ou 10 days
error-promise = { $typed } n’est pas une participation
error-promise-help = écrivez DE:À=MONTANT, ou DE=MONTANT pour ce qu’une partie dépense elle-même
error-one-value = ce champ ne prend qu’une valeur
error-one-value-help = mettez des guillemets autour d’un texte de plusieurs mots
error-would-not-load = la fiche ne se lirait plus : { $why }
error-would-not-load-help = couveuse check montre ce qui ne va pas
error-broken-record = la fiche n’est pas du TOML : { $why }
error-broken-record-help = réparez-la d’abord : couveuse check montre l’endroit
error-no-such-place = { $path } n’est pas dans le fichier
error-no-such-place-help = le fichier a changé ; recommencez

error-no-repository = le dossier n’est dans aucun dépôt git
error-no-repository-help = git init en fait un ; enregistrez-y ensuite les fiches par un commit
error-no-identity = git ne sait pas qui vous êtes
error-no-identity-help = git config --global user.name "Votre nom", et de même user.email
error-detached-head = HEAD n’est sur aucune branche
error-detached-head-help = git switch BRANCHE, ou git switch --create BRANCHE
error-no-commit-yet = le dépôt n’a pas encore de commit
error-no-commit-yet-help = enregistrez d’abord les fiches : git add . et git commit
error-in-progress = une opération git est en cours : { $what }
error-in-progress-help = terminez-la ou abandonnez-la avec git, puis recommencez
error-dirty = { $file } contient des modifications à vous, pas encore dans un commit
error-dirty-help = enregistrez-les ou mettez-les de côté (git commit, git stash) ; ou bien --hand-edits commit les met dans le même commit, et --hand-edits leave les laisse comme elles sont
error-untracked = { $file } n’est pas encore dans le dépôt
error-untracked-help = git add, puis un commit
recovered-finished = un enregistrement interrompu est terminé : { $subject }
recovered-taken-back = un enregistrement interrompu est annulé, rien n’en était dans un commit : { $subject }
error-branch-moved = quelqu’un d’autre enregistre en même temps, encore et encore
error-branch-moved-help = recommencez dans un instant
error-locked = { $file } est verrouillé par un autre git
error-locked-help = attendez qu’il ait fini ; si aucun ne tourne, supprimez le verrou
error-git-refused = git a refusé : { $why }
error-git-refused-help = rien n’a changé ; voyez ce que demande le hook ou la clé de signature, puis recommencez
error-nothing-to-change = la fiche le dit déjà
error-nothing-to-change-help = rien n’a changé
error-nothing-to-undo = plus rien à annuler
error-nothing-to-undo-help = on annule ce que couveuse a enregistré ; au-delà, il y a git revert
error-nothing-to-redo = plus rien à rétablir
error-nothing-to-redo-help = on rétablit ce qui vient d’être annulé ; une nouvelle écriture y met fin
error-nothing-to-commit = le fichier contient déjà ce qui est enregistré
error-file-exists = { $file } existe déjà
error-file-exists-help = choisissez un autre identifiant, ou modifiez la fiche existante
error-changed = { $path } de { $record } valait { $was } et vaut maintenant { $now } ; vous vouliez { $meant }
error-changed-help = rien n’a été écrit ; recommencez si votre valeur doit l’emporter
error-gone = { $what } n’est plus dans { $record } ; { $meant } n’a pas été écrit
error-gone-help = couveuse log { $record } montre qui l’a retiré
changed-nothing = (rien)
merge-open = { $file } : { $field } vaut { $ours } ici et { $theirs } là-bas ; le fichier garde la valeur d’ici : tranchez, puis git add { $file }
merge-open-record = { $file } : modifié des deux côtés, sans fusion possible ; le fichier reste celui d’ici : tranchez, puis git add { $file }
error-already-undone = { $commit } est déjà annulé
error-already-undone-help = git log montre ce qu’il y a
error-no-git = le programme git n’est pas là
error-no-git-help = ce dépôt a des hooks ou signe ses commits : installez git
error-undo-conflict = des changements plus récents touchent ce que { $commit } a écrit
error-undo-conflict-help = annulez d’abord les plus récents, ou réparez la fiche dans votre éditeur
error-no-commit = il n’y a pas de commit { $commit }
error-no-commit-help = git log --oneline les nomme
error-elsewhere = { $commit } n’est pas dans l’histoire de cette branche
error-elsewhere-help = passez sur sa branche avec git switch, ou fusionnez-la
error-not-ours = { $commit } n’est pas une écriture de couveuse
error-not-ours-help = pour les autres, il y a git revert
error-git = git : { $why }

## Configuration (cli)

config-file-head = couveuse : votre configuration. Une ligne en commentaire montre ce qui vaut sans elle.
config-file-language = La langue des mots, des dates et des montants : "fr" ou "en" ; celle du système sans cette ligne.
config-file-theme = Le thème, par son nom ; selon le fond du terminal sans cette ligne.
config-file-watch = Si les changements faits ailleurs sont vus d’eux-mêmes ; false laisse cela à g r.
config-file-mouse = Si la souris sert à l’écran ; false laisse au terminal sa propre sélection.
config-file-ascii = Si traits et graphiques se passent des caractères hors ASCII.
config-file-keys = Les touches, par le nom de la commande : une suite de touches se note avec des espaces, [] les retire toutes.
config-file-in = À un seul endroit : portfolio, obligations, findings, startup, reading…
config-title-file = fichier
config-title-language = langue
config-title-theme = thème
config-title-mouse = souris
config-title-watch = suivi
config-title-ascii = ASCII
config-title-keys = touches
config-absent = { $file } (il n’existe pas encore)
config-from-file = configuration
config-built-in = par défaut
config-yes = oui
config-no = non
config-as-system = celle du système
config-as-terminal = selon le terminal
config-own-keys = { $count ->
    [0] celles du programme
    [one] une commande a les vôtres
   *[other] { $count } commandes ont les vôtres
}
config-how = couveuse config --default > FICHIER en écrit un, commenté ; couveuse config --keys énumère les touches.
config-column-command = commande
config-column-keys = touches
config-column-where = où
config-column-what = ce qu’elle fait
config-everywhere = partout

config-unreadable = la configuration ne peut être lue : { $why }
config-unreadable-help = tout vaut comme sans elle ; rendez le fichier lisible, ou retirez-le
config-syntax = ce n’est pas du TOML : { $words }
config-syntax-help = ce que disent les autres lignes vaut
config-unknown-setting = aucun réglage ne s’appelle `{ $name }`
config-unknown-setting-help = réglages connus : { $known }
config-unknown-setting-near = aucun réglage ne s’appelle `{ $name }`
config-unknown-setting-near-help = vouliez-vous dire `{ $nearest }` ?
config-unknown-command = aucune commande ne s’appelle `{ $name }`
config-unknown-command-help = couveuse config --keys énumère les commandes
config-unknown-command-near = aucune commande ne s’appelle `{ $name }`
config-unknown-command-near-help = vouliez-vous dire `{ $nearest }` ?
config-unknown-context = aucun endroit ne s’appelle `{ $name }`
config-unknown-context-help = endroits connus : { $known }
config-unknown-context-near = aucun endroit ne s’appelle `{ $name }`
config-unknown-context-near-help = vouliez-vous dire `{ $nearest }` ?
config-unknown-value = `{ $name }` ne peut être « { $value } »
config-unknown-value-help = valeurs connues : { $known }
config-wrong-type = `{ $name }` attend { $expected ->
    [switch] true ou false
    [table] une table
    [keys] une touche ou une liste de touches, entre guillemets
   *[text] un texte entre guillemets
}
config-wrong-type-help = { $expected ->
    [switch] { $name } = true
    [table] [{ $name }]
    [keys] { $name } = ["x", "Alt-d"], ou [] pour n’en laisser aucune
   *[text] { $name } = "…"
}
config-unknown-key = aucune touche ne s’appelle `{ $key }`
config-unknown-key-help = écrivez x, G, Ctrl-d, Alt-d, Shift-Tab, F5, Space, Enter, Esc, Up, PgDn… et une suite avec des espaces : "g r"
config-no-key = aucune touche n’est écrite là
config-no-key-help = pour n’en laisser aucune, écrivez []
config-key-not-there = `{ $command }` ne se demande jamais { $context ->
    [all] par une touche
   *[other] dans `{ $context }`
}
config-key-not-there-help = couveuse config --keys dit où chaque commande a un sens
config-key-needed = `{ $command }` ne peut rester sans touche
config-key-needed-help = celles du programme restent ; donnez-lui en une autre
config-key-typed = `{ $keys }` est un caractère, qui s’écrit là où `{ $command }` se demande
config-key-typed-help = prenez une touche qui ne s’écrit pas : Ctrl-…, Alt-…, F2, Enter…
config-key-lost = { $relation ->
    [same] `{ $keys }` est déjà à `{ $other }`
    [longer] `{ $keys }` commence par `{ $theirs }`, qui est à `{ $other }`
   *[shorter] `{ $keys }` cacherait `{ $theirs }`, qui est à `{ $other }`
}
config-key-lost-help = `{ $command }` ne l’a pas ; prenez une autre touche, ou ôtez celle-là à `{ $other }`
config-key-won = { $relation ->
    [same] `{ $keys }` n’est plus à `{ $other }`
    [longer] `{ $theirs }` n’est plus à `{ $other }` : `{ $keys }` commence ainsi
   *[shorter] `{ $theirs }` n’est plus à `{ $other }` : `{ $keys }` le cache
}
config-key-won-help = donnez à `{ $other }` les touches que vous voulez, ou `{ $other } = []` pour n’en laisser aucune

## Copie, souris, thèmes

copied = copié :
copied-lines = { $count ->
    [one] une ligne copiée
   *[other] { $count } lignes copiées
}
too-small = trop petit : au moins 20 × 5
copied-nothing = rien à copier ici
mouse-ours = la souris sert ici ; avec Maj, la plupart des terminaux sélectionnent encore
mouse-theirs = la souris est rendue au terminal : elle sélectionne du texte
themes-title = Thèmes
themes-no-colour = Ce terminal n’a pas de couleurs, ou NO_COLOR n’en veut pas.
theme-about-auto = selon le fond du terminal, s’il le dit
theme-about-dark = pour une pièce sombre
theme-about-light = pour une pièce claire
theme-about-high-contrast = lettres, traits et ligne choisie aussi marqués que possible
theme-about-sixteen = les seize couleurs du terminal lui-même
theme-about-deuteranopia = sans rouge contre vert (deutéranopie, protanopie)
theme-about-tritanopia = sans bleu contre vert (tritanopie)
theme-kept = thème : { $theme }

## Thèmes
theme-syntax = ce n’est pas du TOML : { $about }
theme-syntax-help = Corrigez la ligne ; d’ici là, un thème intégré sert.
theme-unknown-key = pas de clé « { $about } » dans un thème
theme-unknown-key-help = Un thème a inherits, background, [palette] et [tokens] ; un élément a fg, bg et modifiers.
theme-wrong-type = ce n’est pas une valeur du genre attendu ici
theme-wrong-type-help = Une couleur est un texte ou 0 à 255, un élément est { "{" } fg = "…" { "}" }, modifiers est une liste.
theme-unknown-token = pas d’élément « { $about } »
theme-unknown-token-help = Il y a { $tokens }.
theme-missing-token = l’élément « { $about } » n’a pas de style
theme-missing-token-help = Donnez-lui-en un, ou commencez par : inherits = "dark"
theme-bad-colour = « { $about } » n’est pas une couleur
theme-bad-colour-help = Écrivez "#rrggbb", le nom d’une couleur, 0 à 255, ou un nom de [palette].
theme-bad-modifier = « { $about } » n’est pas un attribut
theme-bad-modifier-help = Écrivez bold, dim, italic, underlined ou reversed.
theme-bad-background = « { $about } » n’est pas un fond
theme-bad-background-help = Écrivez "dark" ou "light".
theme-none-such = il n’y a pas de thème « { $about } »
theme-none-such-help = Il y a { $themes }.
theme-circle = le thème « { $about } » finit par hériter de lui-même
theme-circle-help = Faites hériter l’un d’eux de "dark" ou de "light".

## Sync (cli)

error-sync-no-git = le programme git est introuvable
error-sync-no-git-help = c’est git qui porte les commits aux autres et les rapporte : installez-le
error-no-remote = le dépôt n’a pas de dépôt distant avec lequel se synchroniser
error-no-remote-help = git remote add origin ADRESSE, puis synchronisez à nouveau
error-no-upstream = la branche { $branch } ne suit aucune branche distante
error-no-upstream-help = git push --set-upstream { $remote } { $branch } dit laquelle
error-unreachable = { $remote } est injoignable : { $why }
error-unreachable-help = rien n’a été modifié ; si git demande un mot de passe, couveuse sync dans un shell le laisse demander
error-unreachable-from-shell = { $remote } est injoignable : { $why }
error-unreachable-from-shell-help = rien n’a été modifié ; git remote -v montre l’adresse
error-unrelated = ce dossier n’a aucun historique en commun avec { $remote }
error-unrelated-help = c’est sans doute un autre portefeuille : git remote -v montre l’adresse
error-questions = { $count ->
    [one] la même donnée a reçu deux valeurs
   *[other] { $count } données ont reçu deux valeurs chacune
}
error-questions-help = rien n’a été modifié ; dites laquelle vaut, puis synchronisez à nouveau
error-conflicts = modifiés des deux côtés, aux mêmes lignes : { $files }
error-conflicts-help = rien n’a été modifié ; rapprochez-les avec git pull, faites un commit, puis synchronisez à nouveau
error-in-the-way-of-sync = modifiés sans commit, et seraient écrasés par ce qui arrive : { $files }
error-in-the-way-of-sync-help = rien n’a été modifié ; enregistrez-les dans un commit ou mettez-les de côté avec git stash, puis synchronisez à nouveau
error-push-refused = { $remote } a refusé : { $why }
error-push-refused-help = vos commits restent ici ; tenez compte de ce qu’il dit, puis synchronisez à nouveau
error-raced = d’autres poussent sans cesse en même temps
error-raced-help = vos commits restent ici ; synchronisez à nouveau dans un instant
error-cancelled = la synchronisation a été arrêtée
error-cancelled-help = vos commits restent ; synchronisez à nouveau quand vous voulez
sync-fetching = Récupération…
sync-merging = Fusion…
sync-pushing = Envoi…
sync-trying-again = Quelqu’un a été plus rapide : encore une fois…
sync-nothing = Rien à recevoir et rien à envoyer
sync-done = { $received ->
    [0] Rien n’est arrivé
    [one] { $received } commit arrivé
   *[other] { $received } commits arrivés
}, { $sent ->
    [0] rien n’a été envoyé
    [one] { $sent } envoyé
   *[other] { $sent } envoyés
}
sync-which = 1 la nôtre, 2 la leur, Entrée pour laisser ouvert :
sync-how = couveuse sync --ours { $place } garde la nôtre, --theirs { $place } prend la leur ; --ours-all et --theirs-all décident de tout
question-was = c’était
question-ours = 1 la nôtre
question-theirs = 2 la leur
question-by-on = { $by }, { $on }
question-nothing = (absent)

## What the parser of TOML says, where it is common: the rest stays in its own English

toml-invalid-basic-string = texte entre guillemets mal formé
toml-invalid-literal-string = texte entre apostrophes mal formé
toml-invalid-multi-line-basic-string = texte sur plusieurs lignes mal formé
toml-invalid-multi-line-literal-string = texte sur plusieurs lignes, entre apostrophes, mal formé
toml-invalid-string = texte mal formé
toml-string-values-must-be-quoted = un texte s’écrit entre guillemets
toml-missing-opening-quote = guillemet ouvrant manquant
toml-key-with-no-value = clé sans valeur
toml-missing-value = valeur manquante
toml-missing-value-for-key = clé sans valeur
toml-duplicate-key = clé écrite deux fois
toml-invalid-key = clé mal formée
toml-invalid-unquoted-key = clé mal formée, sans guillemets
toml-unquoted-keys-cannot-be-empty = une clé sans guillemets ne peut être vide
toml-invalid-value = valeur mal formée
toml-invalid-date-time = date mal formée
toml-invalid-boolean = ni true ni false
toml-invalid-float = nombre décimal mal formé
toml-invalid-integer-number = nombre entier mal formé
toml-unexpected-leading-zero = zéro de trop devant le nombre
toml-invalid-table = table mal formée
toml-unclosed-table = en-tête de table non fermé
toml-unclosed-array-table = en-tête de table de liste non fermé
toml-unclosed-array = liste non fermée
toml-unclosed-inline-table = table en ligne non fermée
toml-missing-comma-between-array-elements = virgule manquante entre deux éléments de la liste
toml-missing-comma-between-key-value-pairs = virgule manquante entre deux clés
toml-missing-assignment-between-key-value-pairs = signe = manquant entre clé et valeur
toml-extra-comma-in-array = virgule de trop dans la liste
toml-extra-comma-in-inline-table = virgule de trop dans la table en ligne
toml-unexpected-key-or-value = clé ou valeur inattendue
toml-unexpected-content = contenu inattendu
toml-invalid-inline-table-element = élément mal formé dans la table en ligne
toml-unexpected-----in-array = signe = inattendu dans la liste
toml-extra---- = signe = de trop
toml-extra-assignment-between-key-value-pairs = signe = de trop entre clé et valeur
toml-missing-key-for-inline-table-element = valeur sans clé dans la table en ligne
toml-unexpected-content-between-comment-and-newline = contenu inattendu après le commentaire
toml-invalid-key-value-pair = clé et valeur mal formées
toml-----may-only-go-between-digits = un _ ne va qu’entre deux chiffres
toml-carriage-return-must-be-followed-by-newline = un retour chariot (CR) ne va que devant une fin de ligne (LF)
toml-invalid-comment-character = caractère interdit dans le commentaire
toml-keys-cannot-be-multi-line-basic-strings = une clé tient sur une ligne
toml-keys-cannot-be-multi-line-literal-strings = une clé tient sur une ligne
toml-missing-escaped-value = il manque ce qui suit la barre oblique inverse
toml-too-few-unicode-value-digits = numéro de caractère Unicode trop court
toml-integers-with-a-radix-cannot-be-signed = un nombre hexadécimal, octal ou binaire n’a pas de signe
toml-radix-must-be-lowercase = 0x, 0o et 0b s’écrivent en minuscules
toml-redundant-numeric-sign = signe de trop devant le nombre
toml-redundant-integer-number-prefix = préfixe de trop devant le nombre
toml-unexpected-sign = signe inattendu devant le nombre
toml-expected = { $words }, attendu : { $what }
toml-what-key = une clé
toml-what-value = une valeur
toml-what-numbers = des chiffres
toml-what-digits = des chiffres
toml-what-letters = des lettres
toml-what-literal-string = un texte entre apostrophes
toml-what-basic-string = un texte entre guillemets
toml-what-characters = des caractères visibles
toml-what-multi-line-basic-string = un texte sur plusieurs lignes
toml-what-multi-line-literal-string = un texte sur plusieurs lignes, entre apostrophes
toml-what-non-double-quote-visible-characters = des caractères visibles, sans guillemet
toml-what-non-single-quote-visible-characters = des caractères visibles, sans apostrophe
toml-what-non-single-quote-characters = des caractères, sans apostrophe
toml-what-printable-characters = des caractères visibles
toml-what-unicode-hexadecimal-value = le numéro d’un caractère Unicode en hexadécimal
toml-what-unquoted-string = un texte sans guillemets
toml-what-newline = une fin de ligne
toml-what-nothing = rien

## What the operating system says

system-not-found = cela n’existe pas
system-permission-denied = vous n’en avez pas le droit
system-already-exists = cela existe déjà
system-is-a-directory = c’est un dossier
system-not-a-directory = ce n’est pas un dossier
system-directory-not-empty = le dossier n’est pas vide
system-storage-full = il n’y a plus de place sur le disque
system-quota-exceeded = votre part du disque est épuisée
system-file-too-large = le fichier est trop gros
system-read-only = le disque est en lecture seule
system-invalid-filename = aucun fichier ne peut s’appeler ainsi
system-busy = un autre programme s’en sert
system-broken-pipe = le lecteur est parti
system-timed-out = la réponse n’est pas venue à temps
system-out-of-memory = la mémoire ne suffit pas
