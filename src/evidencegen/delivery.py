"""In which formats the report of each month is built, and where it is taken, as the brief says."""

import re
from typing import Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from evidencegen.settings import Part

PORTS = {"starttls": 587, "tls": 465}
MOST_ADDRESSES = 50
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@(?P<domain>[a-z0-9-]+(?:\.[a-z0-9-]+)*)", re.IGNORECASE)


class Email(Part):
    """The server that sends the report, and who gets it.

    There is no way without TLS, and the server's certificate is checked, against `certificates` where the brief names
    a file of them. The password stands in the environment, in the variable that `password_from` names. `own_domains`
    are those of the provider's own addresses: a report for people inside goes nowhere else. Without `attach`, the
    message only says that the report is there.
    """

    host: str = Field(pattern=r"^[A-Za-z0-9.:-]+$")
    port: int | None = Field(default=None, ge=1, le=65535)
    tls: Literal["starttls", "tls"] = "starttls"
    sender: str = Field(alias="from")
    to: list[str] = Field(min_length=1, max_length=MOST_ADDRESSES)
    user: str = ""
    password_from: str = Field(default="", pattern=r"^([A-Za-z_][A-Za-z0-9_]*)?$")
    own_domains: list[str] = Field(default_factory=list)
    attach: bool = True
    certificates: str = ""
    timeout_seconds: int = Field(default=60, ge=1, le=600)

    @field_validator("to", mode="before")
    @classmethod
    def _one_or_several(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    @field_validator("sender")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if not _ADDRESS.fullmatch(value):
            raise ValueError("a bare address, such as reports@provider.example")
        return value

    @field_validator("to")
    @classmethod
    def _are_addresses(cls, value: list[str]) -> list[str]:
        for one in value:
            cls._is_an_address(one)
        return list(dict.fromkeys(value))

    @model_validator(mode="after")
    def _user_with_password(self) -> Self:
        if bool(self.user) != bool(self.password_from):
            raise ValueError(
                "`user` and `password_from`, which names the variable of the environment with the password, go together"
            )
        return self

    @property
    def at_port(self) -> int:
        """The port given, or the usual one."""
        return self.port or PORTS[self.tls]

    @property
    def outside(self) -> tuple[str, ...]:
        """The addresses that are in none of the provider's own domains."""
        own = {domain.casefold().removeprefix("@") for domain in self.own_domains}
        return tuple(one for one in self.to if one.rpartition("@")[2].casefold() not in own)


class Delivery(Part):
    """What `evidencegen monthly` builds, and where the report goes: to a folder, by e-mail, to both or to neither."""

    formats: list[str] = Field(default=["pdf"], min_length=1)
    folder: str = ""
    email: Email | None = None

    @field_validator("formats", mode="before")
    @classmethod
    def _bare_format(cls, value: Any) -> Any:
        return [one.strip() for one in value.split(",")] if isinstance(value, str) else value
