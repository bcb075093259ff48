"""What a site's robots.txt allows (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from protego import Protego

LONGEST = 512_000  # bytes: what is beyond is not read (RFC 9309, 2.5)
_LIFE = 24 * 3600.0
_NEXT_TRY = 600.0


@dataclass(slots=True)
class Robots:
    """The rules of one site, or why they cannot be had; and until when that holds."""

    rules: Protego | None = None
    refusal: str | None = None
    until: float = 0.0

    @property
    def stale(self) -> bool:
        """Whether the site has to be asked (again)."""
        return monotonic() >= self.until

    def learn(self, body: bytes) -> None:
        """Take over the rules of a robots.txt; an empty one allows everything."""
        if len(body) >= LONGEST:
            body = body[:LONGEST].rpartition(b"\n")[0]
        self.rules, self.refusal = Protego.parse(body.decode("utf-8-sig", "replace")), None
        self.until = monotonic() + _LIFE

    def unreachable(self, why: str, wait: float | None = None) -> None:
        """Allow nothing until the site can be asked again."""
        self.rules, self.refusal = None, f"robots.txt cannot be reached: {why}"
        self.until = monotonic() + min(max(wait or 0.0, _NEXT_TRY), _LIFE)

    def objection(self, url: str, agent: str) -> str | None:
        """Why an address may not be fetched by an agent, if it may not."""
        if self.refusal:
            return self.refusal
        if self.rules is not None and not self.rules.can_fetch(url, agent.split("/")[0].strip()):
            return "the site's robots.txt does not allow this address"
        return None
