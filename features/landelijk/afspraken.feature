# language: nl
Functionaliteit: Wat een overeenkomst mag afspreken
  De landelijke lagen begrenzen de afspraken. Elk scenario stelt één afspraak op of net over haar grens.
  De overeenkomsten van Breda, Delft en Groningen zijn hier alleen het voertuig. Alle personen zijn verzonnen.

  Regel: De grenzen van het landelijke model voor een sociale coöperatie

    Achtergrond:
      Gegeven de peildatum is 2026-10-15

    Abstract Scenario: Op de grens kan een afspraak
      Gegeven de overeenkomst "<overeenkomst>"
      En de gegevens
        | gegeven           | waarde |
        | woont_in_gemeente | nee    |
      Stel de afspraak "<afspraak>" is "<waarde>"
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "doorzenden"

      Voorbeelden:
        | overeenkomst           | afspraak                    | waarde     |
        | breda/de-vrije-uitloop | urengrens                   | 1          |
        | breda/de-vrije-uitloop | urengrens                   | 1224       |
        | delft/scope            | proefperiode                | 12 maanden |
        | breda/de-vrije-uitloop | proefverlenging             | 12 maanden |
        | breda/de-vrije-uitloop | ledenmaximum                | 1          |
        | breda/de-vrije-uitloop | investering_maximum         | € 0,00     |
        | breda/de-vrije-uitloop | bijdragepercentage          | 0%         |
        | breda/de-vrije-uitloop | bijdragepercentage          | 100%       |
        | breda/de-vrije-uitloop | reserveringspercentage      | 0%         |
        | breda/de-vrije-uitloop | reserveringspercentage      | 100%       |
        | breda/de-vrije-uitloop | drempel_gemeente            | € 0,00     |
        | breda/de-vrije-uitloop | afdrachtpercentage_gemeente | 0%         |
        | breda/de-vrije-uitloop | afdrachtpercentage_gemeente | 100%       |

    Abstract Scenario: Over de grens kan een afspraak niet
      Gegeven de overeenkomst "breda/de-vrije-uitloop"
      Stel de afspraak "<afspraak>" is "<waarde>"
      Dan wordt het besluit "toelating" geweigerd met de melding "buiten-grens"

      Voorbeelden:
        | afspraak                    | waarde     |
        | urengrens                   | 0          |
        | urengrens                   | 1225       |
        | proefperiode                | 13 maanden |
        | proefverlenging             | 13 maanden |
        | ledenmaximum                | 0          |
        | bijdragepercentage          | 101%       |
        | reserveringspercentage      | 101%       |
        | afdrachtpercentage_gemeente | 101%       |

  Regel: De grenzen van een subsidie

    Achtergrond:
      Gegeven de overeenkomst "groningen/sociale-ondernemers-challenge"
      En de peildatum is 2026-10-15

    Abstract Scenario: Op de grens kan een afspraak over een subsidie
      Gegeven de gegevens
        | gegeven | waarde |
        | inwoner | nee    |
      Stel de afspraak "<afspraak>" is "<waarde>"
      Als het besluit "intake" wordt voorgesteld
      Dan is de uitkomst "plan_afraden"

      Voorbeelden:
        | afspraak                | waarde     |
        | duur_zonder_voorschrift | 48 maanden |
        | subsidieplafond         | € 0,00     |

    Scenario: Een subsidie zonder voorschrift duurt ten hoogste vier jaar
      Stel de afspraak "duur_zonder_voorschrift" is "49 maanden"
      Dan wordt het besluit "intake" geweigerd met de melding "buiten-grens"
