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

date-error-empty = Une date est attendue : 4/3, 04/03/2021, +7, hier…
date-error-not-a-date = Ce n’est pas une date : écrire 4/3, 04/03/2021, 4 mars, +7, hier, lundi…
date-error-no-such-day = Ce jour n’existe pas : le jour vient d’abord, puis le mois
money-error-empty = Un montant est attendu : 17500 ou 17 500,50
money-error-not-an-amount = Ce n’est pas un montant : écrire 17500, 17 500,50 ou 17,5k
money-error-ambiguous = Deux lectures possibles : écrire 17500 pour des milliers, 17,50 pour des centimes
money-error-too-precise = Deux décimales au plus
money-error-too-large = Ce montant est trop grand pour être vrai

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
tranche-paid = versée
tranche-late = en retard

convention-status-unsigned = non signée
convention-status-in-force = en vigueur
convention-status-no-term = sans terme fixé
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
figure-called = appelé
figure-received = reçu
figure-outstanding = reste à recevoir
figure-late = en retard
figure-ae = AE
figure-cp = CP
figure-left = non dépensé
figure-refundable = à restituer

unknown-signature = date de signature inconnue
unknown-term = durée non fixée
unknown-spending = dépend des dépenses
unknown-no-day = aucune date fixée
unknown-no-startup = aucune startup désignée

severity-info = information
severity-warning = avertissement
severity-error = erreur

## Findings (rules/check)


## Verbs (edit)


## Repository (store)


## Papers and tables (report)


## Screen: frame, help, status line (ui)


## Screen: Portfolio and startup (ui)


## Screen: Obligations and Findings (ui)


## Screen: forms (ui)

form-title-done = Obligation remplie
form-title-pay = Versement reçu
form-title-sign = Signature
form-title-hold = Comité tenu

form-target-done = Obligation
form-target-pay = Participation
form-target-sign = Convention
form-target-hold = Startup
form-on-done = Faite le
form-on-pay = Reçu le
form-on-sign = Signée le
form-on-hold = Tenu le
form-evidence = Justificatif
form-amount = Montant
form-reference = Référence
form-decision = Décision
form-envelope = Enveloppe
form-until = Jusqu’au
form-decision-none = pas de décision

form-already-done = Déjà fait le { $on }
form-none-done = Plus rien à remplir pour { $name }
form-none-pay = Plus rien à recevoir pour { $name }
form-none-sign = Plus rien à signer pour { $name }
form-none-hold = Aucune startup pour tenir un comité : { $name }

form-detail-article = art. { $article }
form-detail-due = échéance { $date }
form-detail-late = { $days ->
    [one] { $days } jour de retard
   *[other] { $days } jours de retard
}
form-detail-rest = reste { $rest } sur { $amount }
form-detail-decided = décidée le { $date }
form-detail-last-held = dernier tenu le { $date }
form-detail-planned = prévu le { $date }

form-in-the-future = à venir
form-nothing-matches = rien ne correspond
form-error-nothing = Un montant au-dessus de zéro est attendu
form-error-ends-before = Avant le comité lui-même
form-error-already-fulfilled = Déjà notée comme faite le { $on }
form-error-already-signed = Déjà signée le { $on }
form-error-already-held = Un comité est déjà noté le { $on }
form-error-no-record = Il n’y a pas de { $record }
form-error-no-entry = Il n’y a pas de { $entry } dans la fiche
form-error-would-not-load = La fiche ne se lirait plus : { $why }
form-error-as-it-stands = La fiche ne peut être modifiée telle quelle : { $why }

form-preview-waiting = Les lignes qui changent s’afficheront quand tous les champs seront justes
form-preview-reading = Lecture de la fiche…
form-commit = Commit
form-saving = Enregistrement…

form-key-enter = Entrée
form-key-escape = Échap
form-hint-next = suivant
form-hint-commit = enregistrer
form-hint-close = fermer
form-hint-keep = fermer, garder le brouillon
form-hint-choose = choisir, ou taper
form-hint-field = champ
form-hint-anew = recommencer
form-hint-anew-draft = abandonner le brouillon repris


## Command line (cli)

error-no-folder = il n’y a pas de dossier { $folder }
error-no-folder-help = en nommer un qui contient portfolio.toml, startups, conventions ou parties
error-not-a-portfolio = { $folder } ne contient pas de fiches
error-not-a-portfolio-help = un dossier de fiches contient portfolio.toml, startups, conventions ou parties
error-no-portfolio-here = pas de fiches ici ni dans portfolio/
error-no-portfolio-here-help = aller dans un dossier de fiches, ou en nommer un : couveuse --folder DOSSIER
error-no-command = ni commande ni dossier { $word }
error-no-command-help = couveuse { $command }, peut-être ?
error-two-folders = le dossier est nommé deux fois
error-two-folders-help = donner DOSSIER ou --folder DOSSIER, pas les deux
error-folder-exists = { $folder } existe déjà
error-folder-exists-help = nommer un dossier qui n’existe pas encore
error-refused = { $file } : { $why }
error-system = le système refuse : { $why }
error-json-needs-command = l’écran n’a pas de JSON
error-json-needs-command-help = nommer une commande : couveuse list --json
error-no-terminal = l’écran demande un terminal
error-no-terminal-help = en texte : couveuse list, due, funding, committees ou check
error-editor = { $editor } s’est mal terminé
error-editor-help = nommer votre éditeur dans $EDITOR
error-date = { $option } { $typed }
error-date-help = { $why }
error-amount = { $option } { $typed }
error-amount-help = { $why }
error-id-empty = un identifiant est attendu
error-id = { $typed } ne peut pas être un identifiant
error-id-help = lettres minuscules, chiffres et tirets : histologe-pau-anct
error-no-pair = { $typed } ne désigne rien dans une convention
error-no-pair-help = écrire CONVENTION/IDENTIFIANT : histologe-pau-anct/pau
error-no-check = il n’y a pas de contrôle { $name }
error-no-check-help = il y a : { $known }
error-no-page = il n’y a pas de commande { $word }
error-no-page-help = couveuse --help les nomme
error-no-id = aucune fiche ne s’appelle { $id }
error-no-id-help = couveuse list nomme les startups
error-no-id-near = aucune fiche ne s’appelle { $id }
error-no-id-near-help = { $nearest }, peut-être ?
error-many-ids = plusieurs fiches s’appellent { $id }
error-many-ids-help = écrire { $known }

error-no-record = il n’y a pas de { $record }
error-no-record-help = couveuse list nomme les startups et leurs conventions
error-no-entry = il n’y a pas de { $entry }
error-no-entry-help = il y a : { $known }
error-no-entry-at-all = il n’y a pas de { $entry }
error-no-entry-at-all-help = la fiche n’en a aucune
error-no-tranche = il n’y a pas de tranche { $number }
error-no-tranche-help = { $count ->
    [one] la participation en a une
   *[other] la participation en a { $count }
}
error-no-payee = { $contribution } est dépensée par qui l’apporte
error-no-payee-help = rien n’en est reçu : aucun versement à noter
error-is-payment = c’est l’engagement de verser { $contribution }
error-is-payment-help = noter le versement : touche p, ou couveuse pay
error-is-committee = c’est la clause du comité
error-is-committee-help = noter la réunion : touche c, ou couveuse hold
error-already-fulfilled = noté comme fait le { $on } déjà
error-already-fulfilled-help = donner un autre jour, ou annuler le premier
error-already-signed = déjà signée le { $on }
error-already-signed-help = pour corriger la date, ouvrir la fiche dans votre éditeur
error-nothing-paid = un montant supérieur à zéro est attendu
error-nothing-paid-help = l’argent rendu est une restitution, qui s’écrit dans la fiche
error-already-held = un comité s’est déjà tenu le { $on }
error-already-held-help = donner un autre jour, ou ouvrir la fiche dans votre éditeur
error-ends-before-it-begins = le financement finirait avant le comité
error-ends-before-it-begins-help = donner un jour après le comité
error-would-not-load = la fiche ne se lirait plus : { $why }
error-would-not-load-help = couveuse check montre ce qui ne va pas
error-broken-record = la fiche n’est pas du TOML : { $why }
error-broken-record-help = la réparer d’abord : couveuse check montre l’endroit
error-no-such-place = { $path } n’est pas dans le fichier
error-no-such-place-help = le fichier a changé ; recommencer

error-no-repository = le dossier n’est dans aucun dépôt git
error-no-repository-help = git init en fait un ; puis y enregistrer les fiches
error-no-identity = git ne sait pas qui vous êtes
error-no-identity-help = git config --global user.name "Votre nom", et de même user.email
error-detached-head = HEAD n’est sur aucune branche
error-detached-head-help = git switch BRANCHE, ou git switch --create BRANCHE
error-no-commit-yet = le dépôt n’a pas encore de commit
error-no-commit-yet-help = enregistrer d’abord les fiches : git add . et git commit
error-in-progress = git est en plein { $what }
error-in-progress-help = le terminer ou l’abandonner avec git ; puis recommencer
error-dirty = { $file } a des changements à vous, pas encore enregistrés
error-dirty-help = les enregistrer ou les mettre de côté : git commit ou git stash
error-untracked = { $file } n’est pas encore dans le dépôt
error-untracked-help = git add, puis un commit
error-branch-moved = quelqu’un d’autre enregistre sans cesse
error-branch-moved-help = recommencer dans un instant
error-locked = { $file } est verrouillé par un autre git
error-locked-help = attendre qu’il ait fini ; si aucun ne tourne, ôter le verrou
error-git-refused = git a refusé : { $why }
error-git-refused-help = rien n’a changé ; suivre le hook ou la clé de signature, puis recommencer
error-nothing-to-change = la fiche le dit déjà
error-nothing-to-change-help = rien n’a changé
error-nothing-to-undo = plus rien à annuler
error-nothing-to-undo-help = on annule ce que couveuse a enregistré ; au-delà, il y a git revert
error-already-undone = { $commit } est déjà annulé
error-already-undone-help = git log montre ce qu’il y a
error-no-git = le programme git n’est pas là
error-no-git-help = ce dépôt a des hooks ou signe ses commits : installer git
error-undo-conflict = des changements plus récents touchent les mêmes lignes que { $commit }
error-undo-conflict-help = annuler d’abord les plus récents, ou réparer la fiche dans votre éditeur
error-not-ours = { $commit } n’est pas une écriture de couveuse
error-not-ours-help = pour les autres, il y a git revert
error-git = git : { $why }
