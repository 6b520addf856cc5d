package org.hiwar.bench.records;

import org.hiwar.bench.Sheet;

final class PopUpBench {
  PopUpBench(RecordsPlace place, RecordsSize size) {}

  void run(Sheet sheet) throws Exception {}
}
