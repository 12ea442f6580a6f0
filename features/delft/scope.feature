# language: nl
Functionaliteit: Afspraken tussen de gemeente Delft en Scope
  Van verwijzing tot vertrek: de toestemming van het college, de plaats in de coöperatie,
  de proefperiode, het lidmaatschap, de bijdrage, de spaarpot en het einde.
  Alle personen zijn verzonnen.

  Regel: Het college geeft toestemming als deelname past bij de arbeidsinschakeling, eerst op proef

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20

    Scenario: Verwezen door Werkse!, met een plan
      Gegeven de gegevens
        | gegeven                   | waarde     |
        | uitkering                 | pw         |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | verwezen_door             | werkse     |
        | ondernemingsplan_aanwezig | ja         |
        | in_schuldsanering         | nee        |
        | verwachte_uren            | 800        |
        | startdatum_proef          | 2026-10-15 |
      En de oordelen
        | oordeel              | waarde | door         | reden                                       |
        | toestemming_gemeente | ja     | klantmanager | ondernemen sluit aan bij wat zij kan en wil |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen_op_proef"
      En is de status "uitkomst_bekend"
      En ontbreekt er niets
      En is "proefperiode_tot_en_met" gelijk aan "2027-01-14"
      En is "aangewezen_voorziening" gelijk aan "ja"
      En is "ander_traject_vervalt" gelijk aan "ja"
      En is "deelname_tot_en_met" gelijk aan "niet van toepassing"
      En is "verwijzing" gelijk aan "geen_verwijzing"
      En is "gevolg_startmiddelen" gelijk aan "geen_gevolg"
      En berust dat op "Participatiewet artikel 7 lid 1 onderdeel a"
      En beslist de regel "eerst_op_proef"
      En valt de regel "past_bij_inschakeling" af
      En rust dat op de aanname over "wie_mag_deelnemen"
      En is het rechtskarakter "beschikking"
      En bevat de brief "U mag op proef meedoen"
      En bevat de brief "U kunt bezwaar maken"

    Scenario: Zonder oordeel van de klantmanager is er geen besluit
      Gegeven de gegevens
        | gegeven                   | waarde     |
        | uitkering                 | pw         |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | verwezen_door             | werkse     |
        | ondernemingsplan_aanwezig | ja         |
        | in_schuldsanering         | nee        |
        | verwachte_uren            | 800        |
        | startdatum_proef          | 2026-10-15 |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En ontbreekt "toestemming_gemeente"

    Scenario: Deelname past niet bij de arbeidsinschakeling
      Gegeven de gegevens
        | gegeven                   | waarde     |
        | uitkering                 | pw         |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | verwezen_door             | werkse     |
        | ondernemingsplan_aanwezig | ja         |
        | in_schuldsanering         | nee        |
        | verwachte_uren            | 800        |
      En de oordelen
        | oordeel              | waarde | door         | reden                                   |
        | toestemming_gemeente | nee    | klantmanager | een opleiding brengt werk nu dichterbij |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "afgewezen"
      En beslist de regel "past_niet_bij_inschakeling"
      En is "aangewezen_voorziening" gelijk aan "nee"
      En is "proefperiode_tot_en_met" gelijk aan "niet van toepassing"
      En ontbreekt er niets
      En bevat de brief "Een medewerker heeft beoordeeld dat meedoen nu niet past bij uw weg naar werk"
      En bevat de brief "U kunt bezwaar maken"
      En is het rechtskarakter "beschikking"

    Abstract Scenario: De proefperiode duurt drie maanden en eindigt een dag voor dezelfde dag van de maand
      Gegeven de gegevens
        | gegeven                   | waarde     |
        | uitkering                 | pw         |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | verwezen_door             | werkse     |
        | ondernemingsplan_aanwezig | ja         |
        | in_schuldsanering         | nee        |
        | verwachte_uren            | 800        |
        | startdatum_proef          | <start>    |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is "proefperiode_tot_en_met" gelijk aan "<eind>"

      Voorbeelden:
        | start      | eind       |
        | 2026-10-15 | 2027-01-14 |
        | 2026-11-01 | 2027-01-31 |
        | 2026-12-01 | 2027-02-28 |
        | 2027-12-01 | 2028-02-29 |

  Regel: Verwijzing en woonplaats gaan vooraf

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | in_schuldsanering | nee        |
        | startdatum_proef  | 2026-10-15 |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |

    Abstract Scenario: Wie heeft verwezen
      Gegeven de gegevens
        | gegeven                   | waarde          |
        | woont_in_gemeente         | ja              |
        | geboortedatum             | 1984-03-02      |
        | ondernemingsplan_aanwezig | ja              |
        | verwachte_uren            | 800             |
        | verwezen_door             | <verwezen door> |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "verwijzing" gelijk aan "<verwijzing>"
      En is het rechtskarakter "beschikking"

      Voorbeelden:
        | verwezen door | uitkomst            | verwijzing      |
        | werkse        | toegewezen_op_proef | geen_verwijzing |
        | klantmanager  | toegewezen_op_proef | geen_verwijzing |
        | niemand       | verwijzen           | naar_toeleider  |

    Scenario: Wie zonder verwijzing komt gaat eerst naar Werkse!, ook als deelname niet zou passen
      Gegeven de gegevens
        | gegeven                   | waarde     |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | ondernemingsplan_aanwezig | ja         |
        | verwachte_uren            | 800        |
        | verwezen_door             | niemand    |
      En de oordelen
        | oordeel              | waarde | door         | reden                                   |
        | toestemming_gemeente | nee    | klantmanager | een opleiding brengt werk nu dichterbij |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "verwijzen"
      En beslist de regel "niet_verwezen"
      En is "verwijzing" gelijk aan "naar_toeleider"

    Abstract Scenario: De verwijzing gaat ook voor als Delft strenger zou kiezen wie mee kan doen, of zonder proef zou werken
      Stel deze afspraken gelden
        | afspraak           | waarde      |
        | wie_mag_deelnemen  | <kring>     |
        | doelgroep_vereist  | <doelgroep> |
        | geschiktheidstoets | <toets>     |
        | proefperiode       | <proef>     |
      Gegeven de gegevens
        | gegeven                     | waarde          |
        | uitkering                   | geen_uitkering  |
        | woont_in_gemeente           | ja              |
        | geboortedatum               | 1984-03-02      |
        | ondernemingsplan_aanwezig   | ja              |
        | verwachte_uren              | 800             |
        | verwezen_door               | <verwezen door> |
        | beperking_of_omstandigheden | nee             |
        | langdurig_zonder_traject    | nee             |
        | plan_te_vroeg_voor_bbz      | nee             |
        | taal_belemmert_werk         | nee             |
      En de oordelen
        | oordeel                   | waarde | door         | reden                     |
        | geschikt_en_levensvatbaar | nee    | klantmanager | het plan is nog niet rond |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | kring           | doelgroep | toets | proef               | verwezen door | uitkomst   | regel                 |
        | alleen_bijstand | nee       | nee   | 3 maanden           | werkse        | afgewezen  | buiten_de_kring       |
        | alleen_bijstand | nee       | nee   | 3 maanden           | niemand       | verwijzen  | niet_verwezen         |
        | iedereen        | ja        | nee   | 3 maanden           | werkse        | afgewezen  | buiten_de_doelgroep   |
        | iedereen        | ja        | nee   | 3 maanden           | niemand       | verwijzen  | niet_verwezen         |
        | iedereen        | nee       | ja    | 3 maanden           | werkse        | afgewezen  | niet_geschikt         |
        | iedereen        | nee       | ja    | 3 maanden           | niemand       | verwijzen  | niet_verwezen         |
        | iedereen        | nee       | nee   | niet van toepassing | werkse        | toegewezen | past_bij_inschakeling |
        | iedereen        | nee       | nee   | niet van toepassing | niemand       | verwijzen  | niet_verwezen         |

    Scenario: Wie in een andere gemeente woont krijgt geen afwijzing (W28)
      Gegeven de gegevens
        | gegeven                   | waarde     |
        | woont_in_gemeente         | nee        |
        | geboortedatum             | 1984-03-02 |
        | ondernemingsplan_aanwezig | nee        |
        | verwachte_uren            | 1400       |
        | verwezen_door             | niemand    |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "doorzenden"
      En beslist de regel "andere_gemeente"
      En is "verwijzing" gelijk aan "naar_andere_gemeente"
      En berust dat op "Algemene wet bestuursrecht artikel 2:3"
      En is het rechtskarakter "mededeling"

    Scenario: Zonder ondernemingsplan wordt eerst om aanvulling gevraagd
      Gegeven de gegevens
        | gegeven                   | waarde     |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | ondernemingsplan_aanwezig | nee        |
        | verwachte_uren            | 800        |
        | verwezen_door             | werkse     |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "aanvullen"
      En beslist de regel "stukken_ontbreken"
      En berust dat op "Algemene wet bestuursrecht artikel 4:5"
      En is het rechtskarakter "mededeling"

    Scenario: Het is niet bekend of er een plan is
      Gegeven de gegevens
        | gegeven                   | waarde     |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | ondernemingsplan_aanwezig |            |
        | verwachte_uren            | 800        |
        | verwezen_door             | werkse     |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "ondernemingsplan_aanwezig"

    Abstract Scenario: De urengrens is 1.224 uur per jaar
      Gegeven de gegevens
        | gegeven                   | waarde     |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | ondernemingsplan_aanwezig | ja         |
        | verwachte_uren            | <uren>     |
        | verwezen_door             | werkse     |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "verwijzing" gelijk aan "<verwijzing>"

      Voorbeelden:
        | uren | uitkomst            | verwijzing      |
        | 0    | toegewezen_op_proef | geen_verwijzing |
        | 1223 | toegewezen_op_proef | geen_verwijzing |
        | 1224 | toegewezen_op_proef | geen_verwijzing |
        | 1225 | verwijzen           | naar_bbz        |

  Regel: Schuldsanering is nooit een reden om af te wijzen (W15)

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                   | waarde     |
        | uitkering                 | pw         |
        | woont_in_gemeente         | ja         |
        | geboortedatum             | 1984-03-02 |
        | verwezen_door             | werkse     |
        | ondernemingsplan_aanwezig | ja         |
        | verwachte_uren            | 800        |
        | startdatum_proef          | 2026-10-15 |
        | in_schuldsanering         | ja         |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |

    Abstract Scenario: Toestemming van de bewindvoerder of schuldhulpverlener
      Gegeven de gegevens
        | gegeven                   | waarde        |
        | toestemming_bewindvoerder | <toestemming> |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | toestemming | uitkomst            |
        | ja          | toegewezen_op_proef |
        | nee         | aanvullen           |

    Scenario: De brief noemt wat er ontbreekt en er is nog geen bezwaar mogelijk
      Gegeven de gegevens
        | gegeven                   | waarde |
        | toestemming_bewindvoerder | nee    |
      Als het besluit "toelating" wordt voorgesteld
      Dan is het rechtskarakter "mededeling"
      En bevat de brief "de toestemming van uw bewindvoerder of schuldhulpverlener"
      En bevat de brief niet "U kunt bezwaar maken"

    Scenario: De toestemming is nog niet bekend
      Als het besluit "toelating" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "toestemming_bewindvoerder"

  Regel: Ook zonder bijstand kan iemand meedoen, maar dan is er geen verrekening (W16)

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de besluitdatum is 2026-11-10

    Abstract Scenario: Toestemming zonder bijstand
      Gegeven de peildatum is 2026-10-15
      En de gegevens
        | gegeven                   | waarde      |
        | uitkering                 | <uitkering> |
        | woont_in_gemeente         | ja          |
        | geboortedatum             | 1984-03-02  |
        | afspraak_met_uwv          | <afspraak>  |
        | verwezen_door             | werkse      |
        | ondernemingsplan_aanwezig | ja          |
        | in_schuldsanering         | nee         |
        | verwachte_uren            | 800         |
        | startdatum_proef          | 2026-10-15  |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen_op_proef"
      En is "verwijzing" gelijk aan "<verwijzing>"
      En is "aangewezen_voorziening" gelijk aan "niet van toepassing"
      En is "ander_traject_vervalt" gelijk aan "niet van toepassing"
      En bevat de brief niet "uw bijstand"

      Voorbeelden:
        | uitkering      | afspraak | verwijzing      |
        | geen_uitkering |          | geen_verwijzing |
        | uwv            | ja       | naar_uwv        |
        | ioaw           |          | geen_verwijzing |

    Abstract Scenario: Zonder afspraak met UWV ondersteunt UWV zelf, ook wie zonder verwijzing komt
      Gegeven de peildatum is 2026-10-15
      En de gegevens
        | gegeven                   | waarde          |
        | uitkering                 | uwv             |
        | afspraak_met_uwv          | nee             |
        | woont_in_gemeente         | ja              |
        | geboortedatum             | 1984-03-02      |
        | verwezen_door             | <verwezen door> |
        | ondernemingsplan_aanwezig | ja              |
        | in_schuldsanering         | nee             |
        | verwachte_uren            | <uren>          |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "verwijzen"
      En is "verwijzing" gelijk aan "<verwijzing>"
      En berust dat op "<grondslag>"

      Voorbeelden:
        | verwezen door | uren | verwijzing | grondslag                                                          |
        | werkse        | 800  | naar_uwv   | Participatiewet artikel 7 lid 3 onderdeel c                        |
        | niemand       | 800  | naar_uwv   | Participatiewet artikel 7 lid 3 onderdeel c                        |
        | werkse        | 1225 | naar_bbz   | Besluit bijstandverlening zelfstandigen 2004 artikel 1 onderdeel b |

    Abstract Scenario: Verrekening en ontheffing zijn dan niet van toepassing
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven   | waarde        |
        | uitkering | <uitkering>   |
        | leefvorm  | alleenstaande |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

      Voorbeelden:
        | uitkering      |
        | geen_uitkering |
        | uwv            |

    Scenario: De bijdrage aan de coöperatie geldt wel
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven              | waarde         |
        | uitkering            | geen_uitkering |
        | leefvorm             | alleenstaande  |
        | stand                | lid            |
        | omzet                | € 800,00       |
        | opdrachtkosten       | € 120,00       |
        | opname               | € 0,00         |
        | spaarpot_begin       | € 0,00         |
        | besteed_uit_spaarpot | € 0,00         |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 68,00"

  Regel: De coöperatie beslist over de plaats en daartegen is geen bezwaar mogelijk

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-21
      En de besluitdatum is 2026-10-21
      En de gegevens
        | gegeven          | waarde     |
        | startdatum_proef | 2026-10-22 |

    Abstract Scenario: Eerst toestemming van de gemeente, dan een plaats
      Gegeven de gegevens
        | gegeven   | waarde      |
        | uitkering | <uitkering> |
        | stand     | <stand>     |
      En de oordelen
        | oordeel             | waarde     | door  | reden             |
        | cooperatie_laat_toe | <laat toe> | Scope | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "proeflid_tot_en_met" gelijk aan "<tot en met>"
      En is "wachtlijstplaats" gelijk aan "niet van toepassing"
      En is "factuur_van" gelijk aan "cooperatie_factureert"
      En is het rechtskarakter "privaatrechtelijk"
      En bevat de brief niet "U kunt bezwaar maken"

      Voorbeelden:
        | uitkering      | stand           | laat toe | uitkomst             | tot en met          |
        | pw             | met_toestemming | ja       | als_proeflid         | 2027-01-21          |
        | pw             | met_toestemming | nee      | geweigerd            | niet van toepassing |
        | pw             | aangemeld       | ja       | wacht_op_toestemming | niet van toepassing |
        | ioaw           | aangemeld       | ja       | wacht_op_toestemming | niet van toepassing |
        | uwv            | aangemeld       | ja       | als_proeflid         | 2027-01-21          |
        | geen_uitkering | aangemeld       | ja       | als_proeflid         | 2027-01-21          |

  Regel: Geslaagd is een oordeel en nooit een gevolg van verstreken tijd

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2027-01-14
      En de gegevens
        | gegeven          | waarde     |
        | uitkering        | pw         |
        | startdatum_proef | 2026-10-15 |

    Abstract Scenario: Rond de laatste dag van de proef
      Gegeven de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven    | waarde              |
        | gestopt_op | niet van toepassing |
      En de oordelen
        | oordeel               | waarde     | door         | reden                    |
        | proef_verlengd        | nee        | klantmanager | geen verlenging gevraagd |
        | proefperiode_geslaagd | <geslaagd> | klantmanager | gesprek over de proef    |
      Als het besluit "proef" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "laatste_proefdag" gelijk aan "2027-01-14"
      En is "plichten_herleven_na_proef_vanaf" gelijk aan "<herleven vanaf>"
      En is het rechtskarakter "<rechtskarakter>"

      Voorbeelden:
        | besluitdatum | geslaagd | uitkomst      | herleven vanaf      | rechtskarakter |
        | 2027-01-13   | ja       | loopt_nog     | niet van toepassing | mededeling     |
        | 2027-01-14   | ja       | loopt_nog     | niet van toepassing | mededeling     |
        | 2027-01-15   | ja       | geslaagd      | niet van toepassing | beschikking    |
        | 2027-01-15   | nee      | niet_geslaagd | 2027-01-16          | beschikking    |

    Scenario: De drie maanden zijn om, maar niemand heeft geoordeeld
      Gegeven de besluitdatum is 2027-01-15
      En de gegevens
        | gegeven    | waarde              |
        | gestopt_op | niet van toepassing |
      En de oordelen
        | oordeel        | waarde | door         | reden                    |
        | proef_verlengd | nee    | klantmanager | geen verlenging gevraagd |
      Als het besluit "proef" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En ontbreekt "proefperiode_geslaagd"

    Scenario: Verlengen van de proef is niet geregeld
      Gegeven de besluitdatum is 2027-01-15
      En de gegevens
        | gegeven    | waarde              |
        | gestopt_op | niet van toepassing |
      En de oordelen
        | oordeel               | waarde | door         | reden                        |
        | proef_verlengd        | ja     | klantmanager | door ziekte een maand gemist |
        | proefperiode_geslaagd | ja     | klantmanager | het loopt goed               |
      Als het besluit "proef" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "proefverlenging"

    Abstract Scenario: Stoppen voor het einde van de proef (W11)
      Gegeven de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven    | waarde    |
        | gestopt_op | <gestopt> |
      En de oordelen
        | oordeel               | waarde | door         | reden                    |
        | proef_verlengd        | nee    | klantmanager | geen verlenging gevraagd |
        | proefperiode_geslaagd | nee    | klantmanager | niet afgemaakt           |
      Als het besluit "proef" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "einde_na_proef_tot_en_met" gelijk aan "<einde>"
      En is "plichten_herleven_na_proef_vanaf" gelijk aan "<herleven vanaf>"

      Voorbeelden:
        | gestopt    | besluitdatum | uitkomst             | einde      | herleven vanaf |
        | 2026-11-20 | 2026-11-24   | voortijdig_beeindigd | 2026-11-24 | 2026-11-25     |
        | 2026-11-30 | 2026-11-24   | voortijdig_beeindigd | 2026-11-30 | 2026-12-01     |
        | 2027-01-13 | 2027-01-15   | voortijdig_beeindigd | 2027-01-15 | 2027-01-16     |
        | 2027-01-14 | 2027-01-15   | niet_geslaagd        | 2027-01-15 | 2027-01-16     |

    Scenario: Voor wie ruim voor het einde stopt maakt een verlenging niet uit
      Gegeven de besluitdatum is 2026-11-24
      En de gegevens
        | gegeven    | waarde     |
        | gestopt_op | 2026-11-20 |
      Als het besluit "proef" wordt voorgesteld
      Dan is de uitkomst "voortijdig_beeindigd"
      En is de status "uitkomst_bekend"
      En bevat de brief "De laatste dag van uw deelname is 24 november 2026"
      En bevat de brief "U kunt bezwaar maken"

    Abstract Scenario: Het lidmaatschap na de proef is een besluit van de coöperatie
      Gegeven de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven    | waarde              |
        | gestopt_op | niet van toepassing |
      En de oordelen
        | oordeel                   | waarde     | door         | reden                    |
        | proef_verlengd            | nee        | klantmanager | geen verlenging gevraagd |
        | proefperiode_geslaagd     | <geslaagd> | klantmanager | gesprek over de proef    |
        | cooperatie_wil_definitief | <wil>      | Scope        | ledenvergadering         |
      Als het besluit "lidmaatschap" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is het rechtskarakter "privaatrechtelijk"

      Voorbeelden:
        | besluitdatum | geslaagd | wil | uitkomst       |
        | 2027-01-14   | ja       | ja  | nog_op_proef   |
        | 2027-01-15   | ja       | ja  | definitief_lid |
        | 2027-01-15   | ja       | nee | geen_lid       |
        | 2027-01-15   | nee      | ja  | geen_lid       |

    Scenario: De brief van de coöperatie vertelt niet wat de klantmanager schreef
      Gegeven de besluitdatum is 2027-01-15
      En de gegevens
        | gegeven    | waarde              |
        | gestopt_op | niet van toepassing |
      En de oordelen
        | oordeel                   | waarde | door         | reden                    |
        | proef_verlengd            | nee    | klantmanager | geen verlenging gevraagd |
        | proefperiode_geslaagd     | nee    | klantmanager | vaak afgezegd            |
        | cooperatie_wil_definitief | nee    | Scope        | besproken in de groep    |
      Als het besluit "lidmaatschap" wordt voorgesteld
      Dan is de uitkomst "geen_lid"
      En bevat de brief "De gemeente heeft dat beoordeeld"
      En bevat de brief niet "vaak afgezegd"
      En bevat de brief niet "U kunt bezwaar maken"

  Regel: Vanaf het lidmaatschap gaat een klein deel van de netto omzet naar de coöperatie

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven  | waarde        |
        | leefvorm | alleenstaande |

    Scenario: Een gewone maand van een lid
      Gegeven de gegevens
        | gegeven              | waarde   |
        | stand                | lid      |
        | omzet                | € 800,00 |
        | opdrachtkosten       | € 120,00 |
        | opname               | € 0,00   |
        | besteed_uit_spaarpot | € 150,00 |
        | spaarpot_begin       | € 476,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 68,00"
      En is "netto_omzet" gelijk aan "€ 680,00"
      En is "reservering" gelijk aan "niet van toepassing"
      En is "spaarpot_mutatie" gelijk aan "€ 612,00"
      En is "spaarpot_eind" gelijk aan "€ 938,00"
      En beslist de regel "over_netto_omzet"
      En rust dat op de aanname over "bijdragepercentage"
      En rust dat op de aanname over "bijdragegrondslag"
      En is het rechtskarakter "privaatrechtelijk"

    Scenario: De eerste maand heeft geen eerder saldo
      Gegeven de gegevens
        | gegeven              | waarde              |
        | stand                | lid                 |
        | omzet                | € 200,00            |
        | opdrachtkosten       | € 0,00              |
        | opname               | € 0,00              |
        | besteed_uit_spaarpot | € 0,00              |
        | spaarpot_begin       | niet van toepassing |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 20,00"
      En is "spaarpot_eind" gelijk aan "€ 180,00"

    Abstract Scenario: De bijdrage wordt op centen afgerond en een halve cent gaat omhoog
      Gegeven de gegevens
        | gegeven              | waarde  |
        | stand                | lid     |
        | omzet                | <omzet> |
        | opdrachtkosten       | € 0,00  |
        | opname               | € 0,00  |
        | besteed_uit_spaarpot | € 0,00  |
        | spaarpot_begin       | € 0,00  |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "<bijdrage>"
      En is "spaarpot_mutatie" gelijk aan "<mutatie>"

      Voorbeelden:
        | omzet    | bijdrage | mutatie  |
        | € 0,00   | € 0,00   | € 0,00   |
        | € 0,04   | € 0,00   | € 0,04   |
        | € 0,05   | € 0,01   | € 0,04   |
        | € 204,04 | € 20,40  | € 183,64 |
        | € 204,05 | € 20,41  | € 183,64 |
        | € 204,15 | € 20,42  | € 183,73 |

    Abstract Scenario: Over een maand met verlies is geen bijdrage verschuldigd (W8)
      Gegeven de gegevens
        | gegeven              | waarde   |
        | stand                | lid      |
        | omzet                | € 150,00 |
        | opdrachtkosten       | <kosten> |
        | opname               | € 0,00   |
        | besteed_uit_spaarpot | € 0,00   |
        | spaarpot_begin       | € 300,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "<bijdrage>"
      En is "resultaat" gelijk aan "<resultaat>"
      En is "spaarpot_eind" gelijk aan "<saldo>"

      Voorbeelden:
        | kosten   | bijdrage | resultaat | saldo    |
        | € 140,00 | € 1,00   | € 10,00   | € 309,00 |
        | € 150,00 | € 0,00   | € 0,00    | € 300,00 |
        | € 410,00 | € 0,00   | € -260,00 | € 40,00  |

    Scenario: Tijdens de proef is er nog geen bijdrage
      Gegeven de gegevens
        | gegeven        | waarde   |
        | stand          | op_proef |
        | omzet          | € 320,00 |
        | opdrachtkosten | € 0,00   |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 0,00"
      En ontbreekt "inkomsten_tijdens_proef"

    Scenario: Een afdracht aan de gemeente is in Delft niet afgesproken
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Wat een lid verdient blijft in de spaarpot en alleen privégebruik is inkomen

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                      |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | ervaring met eigen klanten |

    Scenario: Een factuur telt mee in de maand waarin het werk is gedaan, ook als de klant later betaalt
      Gegeven de gegevens
        | gegeven     | waarde     |
        | verricht_op | 2026-10-30 |
        | betaald_op  | 2026-11-12 |
      Als het besluit "factuurmaand" wordt voorgesteld
      Dan is de uitkomst "2026-10-30"
      En rust dat op de aanname over "toerekening"

    Scenario: Niets opgenomen
      Gegeven de gegevens
        | gegeven        | waarde   |
        | stand          | lid      |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
        | opname         | € 0,00   |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 1.419,46"
      En is "in_aanmerking" gelijk aan "€ 0,00"
      En is "vakantietoeslag_in_bijstand" gelijk aan "€ 68,13"
      En is "betaling" gelijk aan "€ 1.419,46"
      En is "recht" gelijk aan "wel_recht"
      En rust dat op de aanname over "opname_uit_spaarpot"
      En is het rechtskarakter "beschikking"

    Scenario: 250 euro privé opgenomen
      Gegeven de gegevens
        | gegeven        | waarde   |
        | stand          | lid      |
        | omzet          | € 800,00 |
        | opdrachtkosten | € 120,00 |
        | opname         | € 250,00 |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 1.231,96"
      En is "vrijlating" gelijk aan "€ 62,50"
      En is "in_aanmerking" gelijk aan "€ 187,50"
      En berust dat op "Participatiewet artikel 31 lid 2 onderdeel n"

    Abstract Scenario: Wie deze maand 27 wordt heeft vrijlating over een opname, wie dat net niet wordt niet
      Gegeven de gegevens
        | gegeven        | waarde    |
        | geboortedatum  | <geboren> |
        | stand          | lid       |
        | omzet          | € 800,00  |
        | opdrachtkosten | € 120,00  |
        | opname         | € 250,00  |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | geboren    | bijstand   |
        | 1999-10-01 | € 1.231,96 |
        | 1999-10-31 | € 1.231,96 |
        | 1999-11-01 | € 1.169,46 |

    Scenario: Alleen met de vrijlating onder de norm is een vraag die het college nog moet beantwoorden (W5)
      Gegeven de gegevens
        | gegeven        | waarde     |
        | stand          | lid        |
        | omzet          | € 800,00   |
        | opdrachtkosten | € 120,00   |
        | opname         | € 1.600,00 |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "vrijlating_telt_voor_recht"

    Scenario: Verdiensten tijdens de proef zijn niet geregeld (W11)
      Gegeven de gegevens
        | gegeven        | waarde   |
        | stand          | op_proef |
        | omzet          | € 320,00 |
        | opdrachtkosten | € 0,00   |
        | opname         | € 0,00   |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "inkomsten_tijdens_proef"

    Abstract Scenario: Wie nog geen plaats heeft verrekent per maand en een verlies vervalt (W8)
      Gegeven de gegevens
        | gegeven        | waarde          |
        | stand          | met_toestemming |
        | omzet          | € 150,00        |
        | opdrachtkosten | <kosten>        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "inkomsten" gelijk aan "<inkomsten>"

      Voorbeelden:
        | kosten   | inkomsten | bijstand   |
        | € 50,00  | € 100,00  | € 1.344,46 |
        | € 150,00 | € 0,00    | € 1.419,46 |
        | € 410,00 | € 0,00    | € 1.419,46 |

    Scenario: De coöperatie en het lid geven een andere omzet op (W28)
      Gegeven de gegevens
        | gegeven        | waarde          | bron             |
        | stand          | met_toestemming | dossier          |
        | opdrachtkosten | € 0,00          | deelnemer        |
        | omzet          | € 480,00        | opgave van Scope |
        | omzet          | € 380,00        | deelnemer        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_strijdig"

  Regel: Geld uit de spaarpot is alleen voor de eigen onderneming

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | € 500,00      |
        | sinds_overzicht_besteed | € 24,00       |

    Abstract Scenario: Doel en bedrag van een besteding
      Gegeven de gegevens
        | gegeven          | waarde   |
        | bestedingsdoel   | <doel>   |
        | bestedingsbedrag | <bedrag> |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | doel                      | bedrag   | uitkomst        |
        | bedrijfsgroei             | € 0,01   | toegestaan      |
        | bedrijfsgroei             | € 475,99 | toegestaan      |
        | bedrijfsgroei             | € 476,00 | toegestaan      |
        | bedrijfsgroei             | € 476,01 | niet_toegestaan |
        | persoonlijke_ontwikkeling | € 100,00 | niet_toegestaan |
        | prive_gebruik             | € 100,00 | als_inkomen     |
        | prive_gebruik             | € 476,01 | niet_toegestaan |

    Scenario: Privégebruik gaat ook de gemeente aan, maar het blijft een beslissing van de coöperatie
      Gegeven de gegevens
        | gegeven          | waarde        |
        | bestedingsdoel   | prive_gebruik |
        | bestedingsbedrag | € 476,00      |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "als_inkomen"
      En is het rechtskarakter "privaatrechtelijk"
      En bevat de brief "De gemeente beslist wat dit voor uw bijstand betekent"
      En bevat de brief niet "U kunt bezwaar maken"

  Regel: Het einde van de deelname

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20

    Abstract Scenario: De voorziening eindigt nooit voor de dag van het besluit
      Gegeven de gegevens
        | gegeven         | waarde    |
        | uitkering       | pw        |
        | reden_uitstroom | <reden>   |
        | gestopt_op      | <gestopt> |
      Als het besluit "uitstroom" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "voorziening_tot_en_met" gelijk aan "<einde>"
      En is "plichten_herleven_vanaf" gelijk aan "<herleven vanaf>"

      Voorbeelden:
        | reden        | gestopt             | uitkomst                           | einde      | herleven vanaf |
        | betaald_werk | 2026-10-01          | voorziening_eindigt                | 2026-10-20 | 2026-10-21     |
        | eigen_wens   | 2026-10-31          | voorziening_eindigt                | 2026-10-31 | 2026-11-01     |
        | eigen_wens   | niet van toepassing | voorziening_eindigt                | 2026-10-20 | 2026-10-21     |
        | naar_het_bbz | 2026-10-20          | voorziening_eindigt_met_verwijzing | 2026-10-20 | 2026-10-21     |
        | verhuizing   | 2026-10-20          | voorziening_eindigt_met_verwijzing | 2026-10-20 | 2026-10-21     |

    Scenario: Wat er met het saldo gebeurt is niet geregeld
      Gegeven de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | € 2.955,44    |
        | sinds_overzicht_besteed | € 0,00        |
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "saldo_bij_uitstroom"

    Abstract Scenario: Een lege spaarpot geeft niets te doen
      Gegeven de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | <saldo>       |
        | sinds_overzicht_besteed | <besteed>     |
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | saldo               | besteed  | uitkomst         |
        | € 0,00              | € 0,00   | niets_te_doen    |
        | € 120,00            | € 120,00 | niets_te_doen    |
        | niet van toepassing | € 0,00   | niets_te_doen    |
        | € -0,01             | € 0,00   | tekort_bespreken |
        | € 120,00            | € 120,01 | tekort_bespreken |

    Scenario: Zonder afgesproken duur is geen verlenging nodig
      Gegeven de gegevens
        | gegeven                             | waarde              |
        | toestemming_liep_tot_en_met         | niet van toepassing |
        | verlenging_deelname_liep_tot_en_met | niet van toepassing |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "niet_nodig"
      En is het rechtskarakter "mededeling"

    Scenario: Ook als Delft een duur zou afspreken vraagt een verlenging geen uitzicht op uitstroom
      Stel de afspraak "duur_deelname" is "12 maanden"
      Gegeven de gegevens
        | gegeven                             | waarde              |
        | toestemming_liep_tot_en_met         | 2026-10-31          |
        | verlenging_deelname_liep_tot_en_met | niet van toepassing |
      En de oordelen
        | oordeel        | waarde | door         | reden                |
        | draagt_nog_bij | ja     | klantmanager | leert nog elke maand |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "verlengd"
      En is "verlengd_tot_en_met" gelijk aan "2027-10-31"
      En ontbreekt er niets

    Abstract Scenario: Intrekken kan alleen na horen en werkt niet terug
      Gegeven de gegevens
        | gegeven | waarde    |
        | gehoord | <gehoord> |
      En de oordelen
        | oordeel              | waarde       | door         | reden                    |
        | onjuiste_gegevens    | <onjuist>    | klantmanager | onderzoek in het dossier |
        | afspraken_geschonden | <geschonden> | klantmanager | onderzoek in het dossier |
      Als het besluit "intrekking" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "ingetrokken_vanaf" gelijk aan "<vanaf>"

      Voorbeelden:
        | onjuist | geschonden | gehoord | uitkomst         | vanaf               |
        | nee     | nee        | ja      | niet_ingetrokken | niet van toepassing |
        | ja      | nee        | nee     | eerst_horen      | niet van toepassing |
        | ja      | nee        | ja      | ingetrokken      | 2026-10-21          |
        | nee     | ja         | nee     | eerst_horen      | niet van toepassing |
        | nee     | ja         | ja      | ingetrokken      | 2026-10-21          |
        | ja      | ja         | ja      | ingetrokken      | 2026-10-21          |

    Scenario: Horen is nog geen besluit
      Gegeven de gegevens
        | gegeven | waarde |
        | gehoord | nee    |
      En de oordelen
        | oordeel              | waarde | door         | reden                    |
        | onjuiste_gegevens    | ja     | klantmanager | onderzoek in het dossier |
        | afspraken_geschonden | nee    | klantmanager | onderzoek in het dossier |
      Als het besluit "intrekking" wordt voorgesteld
      Dan is het rechtskarakter "mededeling"
      En bevat de brief "Wij hebben nog niets besloten"
      En bevat de brief niet "U kunt bezwaar maken"

    Scenario: Of de deelnemer is gehoord moet bekend zijn
      Gegeven de oordelen
        | oordeel              | waarde | door         | reden                    |
        | onjuiste_gegevens    | ja     | klantmanager | onderzoek in het dossier |
        | afspraken_geschonden | nee    | klantmanager | onderzoek in het dossier |
      Als het besluit "intrekking" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "gehoord"

  Regel: Gegevens die niet kunnen, worden geweigerd voordat er iets wordt voorgesteld

    Abstract Scenario: Een jaar heeft ten hoogste 8784 uren
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de gegevens
        | gegeven        | waarde |
        | verwachte_uren | <uren> |
      Dan wordt het besluit "toelating" geweigerd met de melding "<melding>"

      Voorbeelden:
        | uren | melding              |
        | 8785 | gegeven-buiten-grens |
        | -1   | gegeven-buiten-grens |
        | 80,5 | gegeven-ongeldig     |

  Regel: De weg van Farid, die fietsen opknapt

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de gegevens
        | gegeven           | waarde        |
        | uitkering         | pw            |
        | leefvorm          | alleenstaande |
        | kostendelers      | 1             |
        | geboortedatum     | 1986-07-07    |
        | woont_in_gemeente | ja            |
        | startdatum_proef  | 2026-07-01    |

    Scenario: Werkse! verwijst Farid en het college geeft toestemming, eerst op proef
      Gegeven de peildatum is 2026-06-22
      En de gegevens
        | gegeven                   | waarde    |
        | stand                     | aangemeld |
        | verwezen_door             | werkse    |
        | ondernemingsplan_aanwezig | ja        |
        | in_schuldsanering         | nee       |
        | verwachte_uren            | 700       |
      En de oordelen
        | oordeel              | waarde | door         | reden                            |
        | toestemming_gemeente | ja     | klantmanager | hij is handig en wil zelf verder |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen_op_proef"
      En is "proefperiode_tot_en_met" gelijk aan "2026-09-30"

    Scenario: Scope geeft Farid een plaats op proef
      Gegeven de peildatum is 2026-06-24
      En de gegevens
        | gegeven | waarde          |
        | stand   | met_toestemming |
      En de oordelen
        | oordeel             | waarde | door  | reden             |
        | cooperatie_laat_toe | ja     | Scope | gesprek met leden |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "als_proeflid"
      En is "proeflid_tot_en_met" gelijk aan "2026-09-30"

    Scenario: Wat Farid tijdens de proef verdient kan nog niet worden verrekend
      Gegeven de maand is 2026-08
      En de gegevens
        | gegeven             | waarde              |
        | stand               | op_proef            |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | omzet               | € 120,00            |
        | opdrachtkosten      | € 20,00             |
        | opname              | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden             |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | hij leert het vak |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "inkomsten_tijdens_proef"

    Scenario: De proef van Farid is geslaagd
      Gegeven de peildatum is 2026-10-01
      En de gegevens
        | gegeven    | waarde              |
        | stand      | op_proef            |
        | gestopt_op | niet van toepassing |
      En de oordelen
        | oordeel               | waarde | door         | reden                       |
        | proef_verlengd        | nee    | klantmanager | niet nodig                  |
        | proefperiode_geslaagd | ja     | klantmanager | hij houdt zijn afspraken na |
      Als het besluit "proef" wordt voorgesteld
      Dan is de uitkomst "geslaagd"
      En is "laatste_proefdag" gelijk aan "2026-09-30"

    Scenario: Scope maakt Farid definitief lid
      Gegeven de peildatum is 2026-10-01
      En de gegevens
        | gegeven    | waarde              |
        | stand      | op_proef            |
        | gestopt_op | niet van toepassing |
      En de oordelen
        | oordeel                   | waarde | door         | reden                       |
        | proef_verlengd            | nee    | klantmanager | niet nodig                  |
        | proefperiode_geslaagd     | ja     | klantmanager | hij houdt zijn afspraken na |
        | cooperatie_wil_definitief | ja     | Scope        | ledenvergadering            |
      Als het besluit "lidmaatschap" wordt voorgesteld
      Dan is de uitkomst "definitief_lid"

    Scenario: Vanaf het lidmaatschap gaat tien procent naar Scope en de rest in zijn spaarpot
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven              | waarde              |
        | stand                | lid                 |
        | omzet                | € 360,00            |
        | opdrachtkosten       | € 60,00             |
        | opname               | € 0,00              |
        | besteed_uit_spaarpot | € 0,00              |
        | spaarpot_begin       | niet van toepassing |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 30,00"
      En is "spaarpot_eind" gelijk aan "€ 270,00"

    Abstract Scenario: Farid koopt gereedschap uit de spaarpot, en een cursus kan daar in Delft niet uit
      Gegeven de peildatum is 2026-11-20
      En de gegevens
        | gegeven                 | waarde   |
        | stand                   | lid      |
        | spaarpot_nu             | € 270,00 |
        | sinds_overzicht_besteed | € 0,00   |
        | bestedingsdoel          | <doel>   |
        | bestedingsbedrag        | € 150,00 |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | doel                      | uitkomst        |
        | bedrijfsgroei             | toegestaan      |
        | persoonlijke_ontwikkeling | niet_toegestaan |

    Scenario: Farid begint voor zichzelf
      Gegeven de peildatum is 2026-12-15
      En de gegevens
        | gegeven         | waarde               |
        | stand           | lid                  |
        | reden_uitstroom | volledig_zelfstandig |
        | gestopt_op      | 2026-12-31           |
      Als het besluit "uitstroom" wordt voorgesteld
      Dan is de uitkomst "voorziening_eindigt"
      En is "plichten_herleven_vanaf" gelijk aan "2027-01-01"
