"""Invented names of many origins."""

from random import Random

ORIGINS: dict[str, tuple[str, str]] = {
    "english": (
        "Bev Caroline Doreen Edith Gary Harriet Ian Joan Keith Lorraine Maureen Nigel Pauline Roy Sheila Trevor Wendy",
        "Whitlock Sumner Ashdown Burridge Cottrell Fairclough Hardcastle Ingram Lovell Metcalfe Oakes Pemberton Rudd",
    ),
    "welsh": (
        "Angharad Bethan Carys Dafydd Eirlys Ffion Gareth Gwenllian Huw Ieuan Llinos Mair Nerys Rhodri Sioned Tegwen",
        "Rees Pryce Prosser Bevan Gittins Llewellyn Parry Penry Probert Maddocks Tudor Vaughan",
    ),
    "irish": (
        "Aoife Brendan Caoimhe Declan Eamon Fionnuala Grainne Kieran Maeve Niamh Oisin Siobhan Padraig Roisin",
        "Devlin Rourke Gallagher Heffernan Kinsella Lenihan McGuinness Nolan Quigley Tierney",
    ),
    "polish": (
        "Agnieszka Danuta Ewa Grzegorz Halina Jadwiga Krzysztof Marta Piotr Tomasz Wojciech Zofia Bogdan",
        "Wysocka Kaczmarek Lewandowska Nowicki Olszewska Piekarski Sadowska Zawadzka Jablonski",
    ),
    "romanian": (
        "Adriana Bogdana Cristian Daniela Florin Gheorghe Ioana Loredana Mihai Nicoleta Radu Simona",
        "Dobre Ionescu Lupu Moldovan Negrea Popa Rusu Stanciu Ungureanu",
    ),
    "nigerian": (
        "Adaeze Babatunde Chidi Folake Ifeoma Kehinde Ngozi Obinna Olumide Temitope Uche Yewande",
        "Adeyemi Balogun Chukwu Eze Nwosu Ogunleye Okafor Oyelaran Umeh",
    ),
    "ghanaian": (
        "Abena Akosua Efua Esi Kofi Kwabena Kwame Yaa Adwoa Kojo",
        "Asante Boateng Darko Mensah Owusu Sarpong Yeboah Acheampong",
    ),
    "somali": (
        "Abdirahman Ayaan Fadumo Hodan Ifrah Khadra Liban Sahra Warsame Zahra",
        "Abdullahi Farah Guled Hersi Jama Mohamud Nur Yusuf",
    ),
    "pakistani": (
        "Asma Bilal Faisal Hina Imran Nasreen Rukhsana Samina Tariq Zubair",
        "Akhtar Butt Chaudhry Hussain Malik Qureshi Sheikh Mirza",
    ),
    "indian": (
        "Anil Bhavna Dipti Harpreet Jaswinder Kamala Meera Priya Rajesh Sunita Venkat",
        "Raman Nair Patel Gill Deshmukh Iyer Sandhu Mehta Kulkarni",
    ),
    "bangladeshi": (
        "Abdul Farida Jahanara Mizanur Nazma Rokeya Shamsul Taslima",
        "Begum Chowdhury Miah Rahman Uddin Khatun Sarkar",
    ),
    "filipino": (
        "Analyn Benigno Corazon Dalisay Imelda Jovelyn Marites Rodel Rowena",
        "Bautista Dimaculangan Magsaysay Panganiban Reyes Santos Villanueva",
    ),
    "portuguese": (
        "Amelia Catarina Duarte Fernanda Goncalo Ines Joaquim Lurdes Nuno Teresa",
        "Carvalho Ferreira Lourenco Moreira Pacheco Silveira Teixeira",
    ),
}


class Names:
    """A bag of invented names: the same one is never drawn twice."""

    def __init__(self, rng: Random, taken: set[str]) -> None:
        self._rng = rng
        self._taken = set(taken)

    def draw(self, origin: str = "") -> str:
        """A first name and a surname of one origin."""
        while True:
            firsts, lasts = ORIGINS[origin or self.origin()]
            name = f"{self._rng.choice(firsts.split())} {self._rng.choice(lasts.split())}"
            if name not in self._taken:
                self._taken.add(name)
                return name

    def origin(self) -> str:
        """Some origin, English more often than the others."""
        return self._rng.choice(["english", "english", "english", *ORIGINS])

    def relative(self, name: str) -> str:
        """A relative of `name`: another first name of the same origin, the same surname."""
        first, last = name.split(" ", 1)
        for firsts, lasts in ORIGINS.values():
            if first in firsts.split() and last in lasts.split():
                return self._rng.choice([f for f in firsts.split() if f != first]) + " " + last
        return self._rng.choice(ORIGINS["english"][0].split()) + " " + last
