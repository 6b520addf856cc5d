package org.hiwar.floor.store;

class FakeFloorStoreTest implements FloorStoreContract {
  private final FloorStore store =
      new FakeFloorStore(() -> T, offer -> offer.work().equals(FORBIDDEN));

  @Override
  public FloorStore store() {
    return store;
  }

  @Override
  public FloorStore rival() {
    return store;
  }
}
