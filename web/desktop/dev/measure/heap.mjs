// What a page keeps in memory, when all that nobody needs has been cleared away.

export async function heap(tools) {
  for (let time = 0; time < 2; time++) await tools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await tools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await tools.send('Memory.getDOMCounters')
  return { megabytes: usedSize / 1e6, nodes, listeners: jsEventListeners }
}

/// Processor time of the page's own thread for `done`, in ms: what other programs take does not count.
export async function busy(tools, done) {
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => (await tools.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration').value * 1_000
  const before = await spent()
  await done()
  return (await spent()) - before
}
