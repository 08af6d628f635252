"""A visitor who sends files through the page's own door, by the protocol of a browser.

The door is the Data view's. For each file the websocket is asked for an address, the file is put there with
the page's token, and the script is run with the files' ids, as Streamlit's own frontend does.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from typing import Final, Self
from uuid import uuid4

import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from geo.reading.confined import PATIENCE_SECONDS, WALL_SECONDS

DOOR: Final = "view=data"
PATIENCE: Final = PATIENCE_SECONDS + WALL_SECONDS + 30.0
"""Seconds after which an upload was not answered: its turn, its reading, drawing what it says."""

STEP_PATIENCE: Final = 60.0

OPENED: Final = "opened"
REFUSED: Final = "refused: "
NOT_TAKEN: Final = "not taken: HTTP "
BROKEN: Final = "exception: "
NOTHING: Final = "no answer on the page"


class Answer:
    """What the last run of the script drew, gathered from its messages.

    Attributes
    ----------
    door
        Id of the place for files; "" = it is not there.
    back
        Id of the button that puts the upload away; "" = no upload is open.
    """

    def __init__(self) -> None:
        self.door = self.back = ""
        self._failed, self._lines, self._exception = False, "", ""

    def take(self, told: ForwardMsg) -> bool:
        """Take a message in; return whether it says that the script has run to its end."""
        kind = told.WhichOneof("type")
        if kind == "new_session":
            self.__init__()  # type: ignore[misc]
        elif kind == "delta":
            self._draw(told.delta.new_element)
        done = kind == "script_finished"
        return done and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def _draw(self, element: Element) -> None:
        match element.WhichOneof("type"):
            case "file_uploader":
                self.door = element.file_uploader.id
            case "button" if element.button.id.endswith("upload_back"):
                self.back = element.button.id
            case "alert":
                self._failed = True
            case "text" if self._failed:
                self._lines = element.text.body
            case "exception":
                self._exception = f"{element.exception.type} {element.exception.message}"

    def outcome(self) -> str:
        """Return what became of an upload: opened, refused with the first line that is told, or neither."""
        if self._exception:
            return BROKEN + self._exception
        if self.back:
            return OPENED
        return REFUSED + self._lines.partition("\n")[0] if self._lines else NOTHING


class Uploader:
    """One open page, at the Data view.

    Parameters
    ----------
    address
        Of the page, ending in a slash.
    socket
        The connection of its session.
    web
        The HTTP client, which has the page's cookie.
    """

    def __init__(self, address: str, socket: ClientConnection, web: requests.Session) -> None:
        self.address, self.socket, self.web = address, socket, web
        self.answer = Answer()

    @classmethod
    async def at(cls, address: str) -> Self:
        """Return a visitor of the page at an address, once its Data view is drawn."""
        web = requests.Session()
        await asyncio.to_thread(web.get, address + "_stcore/health", timeout=STEP_PATIENCE)
        web.headers["X-Xsrftoken"] = web.cookies["_streamlit_xsrf"]
        url = address.replace("http", "ws", 1) + "_stcore/stream"
        made = cls(address, await connect(url, max_size=None, subprotocols=["streamlit"]), web)  # type: ignore[list-item]
        await made._run(made._asked(), STEP_PATIENCE)
        return made

    async def open(self, files: Mapping[str, bytes]) -> str:
        """Send files by name; return what became of them, as `Answer.outcome` or `NOT_TAKEN` say.

        Raises
        ------
        TimeoutError
            If there is no answer within `PATIENCE`.
        websockets.ConnectionClosed
            If the server ends the session.
        """
        asked = self._asked()
        state = asked.rerun_script.widget_states.widgets.add(id=self.answer.door)
        urls = await self._urls(list(files))
        for (name, data), its in zip(files.items(), urls, strict=True):
            status = await asyncio.to_thread(self._put, its.upload_url, name, data)
            if status >= HTTPStatus.BAD_REQUEST:
                return f"{NOT_TAKEN}{status}"
            sent = state.file_uploader_state_value.uploaded_file_info.add(
                name=name, size=len(data), file_id=its.file_id
            )
            sent.file_urls.CopyFrom(its)
        await self._run(asked, PATIENCE)
        return self.answer.outcome()

    async def put_away(self) -> None:
        """Go back to the folder's own conflict.

        Raises
        ------
        RuntimeError
            If the place for files does not come back.
        TimeoutError
            If there is no answer within `STEP_PATIENCE`.
        """
        asked = self._asked()
        asked.rerun_script.widget_states.widgets.add(id=self.answer.back, trigger_value=True)
        await self._run(asked, STEP_PATIENCE)
        if self.answer.back or not self.answer.door:
            raise RuntimeError("the upload was not put away")

    async def leave(self) -> None:
        """Close the page, whatever it is doing."""
        with suppress(OSError):
            await self.socket.close()
        self.web.close()

    def _asked(self) -> BackMsg:
        asked = BackMsg()
        asked.rerun_script.query_string = DOOR
        return asked

    async def _run(self, asked: BackMsg, patience: float) -> None:
        """Send and wait until the script has run."""
        await self.socket.send(asked.SerializeToString())
        async with asyncio.timeout(patience):
            while not self.answer.take(await self.receive()):
                pass

    async def _urls(self, names: list[str]) -> list[FileURLs]:
        """Return an address for each file."""
        asked = BackMsg()
        asked.file_urls_request.request_id = uuid4().hex
        asked.file_urls_request.file_names.extend(names)
        await self.socket.send(asked.SerializeToString())
        async with asyncio.timeout(STEP_PATIENCE):
            while (told := await self.receive()).WhichOneof("type") != "file_urls_response":
                self.answer.take(told)
        return list(told.file_urls_response.file_urls)

    async def receive(self) -> ForwardMsg:
        """Return the next message of the server."""
        data = await self.socket.recv()
        told = ForwardMsg()
        told.ParseFromString(data if isinstance(data, bytes) else data.encode())
        return told

    def _put(self, url: str, name: str, data: bytes) -> int:
        """Return the status of the answer to a file that is put at its address."""
        target = self.address.rstrip("/") + url
        part = {"file": (name, data, "application/octet-stream")}
        return self.web.put(target, files=part, timeout=STEP_PATIENCE).status_code
