"""The oracle keeps the contract."""

import pytest

from sourcebook.search.engine import Engine
from sourcebook.search.engines.memory import MemoryEngine
from tests.search.engines.contract import Contract


class TestMemory(Contract):
    @pytest.fixture
    def engine(self) -> Engine:
        return MemoryEngine()
