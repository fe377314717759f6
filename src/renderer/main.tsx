import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { connect, overPort, overSocket } from './app/connection'
import { findBridge, requestPort } from './app/shell'
import './design/tokens.css'
import './design/base.css'

const bridge = findBridge()
const connection = connect(bridge ? overPort(() => requestPort(bridge)) : overSocket(location))

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')
createRoot(root).render(
  <StrictMode>
    <App connection={connection} bridge={bridge} />
  </StrictMode>,
)
