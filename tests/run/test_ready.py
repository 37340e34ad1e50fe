"""When a kernel counts as ready: after its answer, and without waiting for its silence."""

from __future__ import annotations

import asyncio
from queue import Empty
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from sourcebook.run import ready
from sourcebook.run.ready import AttentiveClient

if TYPE_CHECKING:
    from collections.abc import Callable


class Channel:
    """Gives the messages that it holds, one each time that it is asked; then there are none."""

    def __init__(self, messages: list[dict[str, Any]]) -> None:
        self.messages, self.timeouts = messages, list[float]()

    async def get_msg(self, timeout: float) -> dict[str, Any]:
        self.timeouts.append(timeout)
        if not self.messages:
            raise Empty
        return self.messages.pop(0)


def state(of: str, said: str) -> dict[str, Any]:
    return {"parent_header": {"msg_id": of}, "content": {"execution_state": said}}


def asking(
    monkeypatch: pytest.MonkeyPatch, answers: list[dict[str, Any]], told: list[dict[str, Any]]
) -> tuple[AttentiveClient, Callable[[], list[str]]]:
    """Return a client of a kernel that says so much, and what tells how often it was asked."""
    asked: list[str] = []

    def ask(_: object) -> str:
        asked.append(f"ask-{len(asked) + 1}")
        return asked[-1]

    async def alive(_: object) -> bool:
        return len(asked) < 5

    heard = SimpleNamespace(shell=Channel(answers), iopub=Channel(told))
    monkeypatch.setattr(AttentiveClient, "kernel_info", ask)
    monkeypatch.setattr(AttentiveClient, "is_alive", alive)
    monkeypatch.setattr(AttentiveClient, "_handle_kernel_info_reply", lambda *_: None)
    monkeypatch.setattr(AttentiveClient, "shell_channel", heard.shell)
    monkeypatch.setattr(AttentiveClient, "iopub_channel", heard.iopub)
    return AttentiveClient(), lambda: asked


def test_a_kernel_that_answers_and_is_idle_again_is_ready_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = [state("", "starting"), state("ask-1", "busy"), state("ask-1", "idle"), state("", "x")]
    client, asked = asking(monkeypatch, [{}], told)
    asyncio.run(client.wait_for_ready(9))
    assert asked() == ["ask-1"]
    assert told == [state("", "x")]


def test_a_kernel_whose_words_were_missed_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    client, asked = asking(monkeypatch, [{}, {}], [])
    with pytest.raises(RuntimeError, match="died before replying"):
        asyncio.run(client.wait_for_ready(9))
    assert len(asked()) == 5


def test_a_kernel_that_names_no_question_is_ready_when_it_was_asked_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = [state("", "idle"), state("", "idle")]
    client, asked = asking(monkeypatch, [{}, {}], told)
    get_msg = Channel.get_msg

    async def once_a_question(channel: Channel, timeout: float) -> dict[str, Any]:
        if channel.messages is told and len(told) < 3 - len(asked()):
            raise Empty
        return await get_msg(channel, timeout)

    monkeypatch.setattr(Channel, "get_msg", once_a_question)
    asyncio.run(client.wait_for_ready(9))
    assert asked() == ["ask-1", "ask-2"]


def test_a_kernel_that_is_too_slow_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    client, _ = asking(monkeypatch, [], [])
    monkeypatch.setattr(ready, "monotonic", iter([0.0, 1.0, 2.5]).__next__)
    with pytest.raises(RuntimeError, match="in 2 seconds"):
        asyncio.run(client.wait_for_ready(2))
