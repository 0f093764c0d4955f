$said = & $v['setup'] $v['mode']
Say 'code' $LASTEXITCODE
foreach ($line in @($said)) {
  Say 'line' $line
}
